#!/usr/bin/env bash
# Acceptance test of one replica of: Llama 3.3 70B 预填充与解码分离
# The same load by GuideLLM 0.3.1 (later versions take other options); the planner reads guidellm.json back.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
results=${RESULT_DIR:-"$here/results"}
mkdir -p "$results"

guidellm benchmark run \
  --target "${BASE_URL:-http://127.0.0.1:8000}" \
  --model llama-3-3-70b \
  --processor RedHatAI/Llama-3.3-70B-Instruct-fp8-dynamic \
  --data prompt_tokens=2048,output_tokens=256,samples=320 \
  --rate-type concurrent \
  --rate 32 \
  --max-requests 320 \
  --random-seed 1 \
  --disable-progress \
  --output-path "$results/guidellm.json"

python3 "$here/check.py" "$here/limits.json" "$results/guidellm.json"
