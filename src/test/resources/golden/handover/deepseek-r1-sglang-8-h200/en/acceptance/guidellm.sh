#!/usr/bin/env bash
# Acceptance test of one replica of: DeepSeek-R1 on one H200 server
# The same load by GuideLLM 0.3.1 (later versions take other options); the planner reads guidellm.json back.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
results=${RESULT_DIR:-"$here/results"}
mkdir -p "$results"

guidellm benchmark run \
  --target "${BASE_URL:-http://127.0.0.1:30000}" \
  --model deepseek-r1 \
  --processor deepseek-ai/DeepSeek-R1 \
  --data prompt_tokens=4096,output_tokens=1024,samples=640 \
  --rate-type concurrent \
  --rate 64 \
  --max-requests 640 \
  --random-seed 1 \
  --disable-progress \
  --output-path "$results/guidellm.json"

python3 "$here/check.py" "$here/limits.json" "$results/guidellm.json"
