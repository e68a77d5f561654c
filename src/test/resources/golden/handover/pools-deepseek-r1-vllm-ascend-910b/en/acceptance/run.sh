#!/usr/bin/env bash
# Acceptance test of one replica of: DeepSeek-R1 昇腾预填充与解码分离
# BASE_URL is the address of one replica; run it for each, with no other load.
# The planner reads result.json back (Hardware, Own measurements).
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
results=${RESULT_DIR:-"$here/results"}
mkdir -p "$results"

vllm bench serve \
  --backend openai \
  --base-url "${BASE_URL:-http://127.0.0.1:8000}" \
  --endpoint /v1/completions \
  --model /models/deepseek-r1 \
  --served-model-name deepseek-r1 \
  --dataset-name random \
  --random-input-len 2048 \
  --random-output-len 512 \
  --random-range-ratio 0 \
  --num-prompts 600 \
  --request-rate 1 \
  --burstiness 1 \
  --ignore-eos \
  --seed 1 \
  --percentile-metrics ttft,tpot,itl,e2el \
  --metric-percentiles 50,95,99 \
  --save-result \
  --result-dir "$results" \
  --result-filename result.json

python3 "$here/check.py" "$here/limits.json" "$results/result.json"
