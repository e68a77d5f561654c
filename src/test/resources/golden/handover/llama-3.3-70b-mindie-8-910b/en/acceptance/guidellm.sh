#!/usr/bin/env bash
# Acceptance test of one replica of: Llama 3.3 70B on Atlas 800I A2
# The same load by GuideLLM 0.3.1 (later versions take other options); the planner reads guidellm.json back.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
results=${RESULT_DIR:-"$here/results"}
mkdir -p "$results"

guidellm benchmark run \
  --target "${BASE_URL:-http://127.0.0.1:1025}" \
  --model llama-3-3-70b \
  --processor meta-llama/Llama-3.3-70B-Instruct \
  --data prompt_tokens=1024,output_tokens=512,samples=160 \
  --rate-type concurrent \
  --rate 16 \
  --max-requests 160 \
  --random-seed 1 \
  --disable-progress \
  --output-path "$results/guidellm.json"

python3 "$here/check.py" "$here/limits.json" "$results/guidellm.json"
