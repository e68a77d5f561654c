#!/usr/bin/env bash
# Acceptance test of one replica of: DeepSeek-R1 with TensorRT-LLM
# The same load by GuideLLM 0.3.1 (later versions take other options); the planner reads guidellm.json back.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
results=${RESULT_DIR:-"$here/results"}
mkdir -p "$results"

guidellm benchmark run \
  --target "${BASE_URL:-http://127.0.0.1:8000}" \
  --model deepseek-r1 \
  --processor nvidia/DeepSeek-R1-FP4 \
  --data prefix_tokens=512,prompt_tokens=512,output_tokens=2048,samples=2560 \
  --rate-type concurrent \
  --rate 256 \
  --max-requests 2560 \
  --random-seed 1 \
  --disable-progress \
  --output-path "$results/guidellm.json"

python3 "$here/check.py" "$here/limits.json" "$results/guidellm.json"
