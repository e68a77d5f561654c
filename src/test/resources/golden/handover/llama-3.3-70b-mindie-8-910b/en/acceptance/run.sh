#!/usr/bin/env bash
# Acceptance test of one replica of: Llama 3.3 70B on Atlas 800I A2
# BASE_URL is the address of one replica; run it for each, with no other load.
# The planner reads result.json back (Hardware, Own measurements).
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
results=${RESULT_DIR:-"$here/results"}
mkdir -p "$results"

vllm bench serve \
  --backend openai-chat \
  --base-url "${BASE_URL:-http://127.0.0.1:1025}" \
  --endpoint /v1/chat/completions \
  --model meta-llama/Llama-3.3-70B-Instruct \
  --served-model-name llama-3-3-70b \
  --dataset-name random \
  --random-input-len 1024 \
  --random-output-len 512 \
  --random-range-ratio 0 \
  --num-prompts 160 \
  --max-concurrency 16 \
  --ignore-eos \
  --seed 1 \
  --percentile-metrics ttft,tpot,itl,e2el \
  --metric-percentiles 50,95,99 \
  --save-result \
  --result-dir "$results" \
  --result-filename result.json

python3 "$here/check.py" "$here/limits.json" "$results/result.json"
