#!/usr/bin/env bash
# Acceptance test of one replica of: DeepSeek-R1 昇腾预填充与解码分离
# The same load by GuideLLM 0.3.1 (later versions take other options); the planner reads guidellm.json back.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
results=${RESULT_DIR:-"$here/results"}
mkdir -p "$results"

guidellm benchmark run \
  --target "${BASE_URL:-http://127.0.0.1:8000}" \
  --model deepseek-r1 \
  --processor /models/deepseek-r1 \
  --data prompt_tokens=2048,output_tokens=512,samples=600 \
  --rate-type poisson \
  --rate 1 \
  --max-requests 600 \
  --random-seed 1 \
  --disable-progress \
  --output-path "$results/guidellm.json"

python3 "$here/check.py" "$here/limits.json" "$results/guidellm.json"
