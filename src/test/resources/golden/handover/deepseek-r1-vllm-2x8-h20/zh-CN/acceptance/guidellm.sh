#!/usr/bin/env bash
# 单个副本的验收测试：DeepSeek-R1 on two H20 servers
# 用 GuideLLM 0.3.1 施加相同负载（更高版本的选项不同）；规划器可读回 guidellm.json。
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
results=${RESULT_DIR:-"$here/results"}
mkdir -p "$results"

guidellm benchmark run \
  --target "${BASE_URL:-http://127.0.0.1:8000}" \
  --model deepseek-r1 \
  --processor deepseek-ai/DeepSeek-R1 \
  --data prefix_tokens=614,prompt_tokens=1434,output_tokens=512,samples=1200 \
  --rate-type poisson \
  --rate 2 \
  --max-requests 1200 \
  --random-seed 1 \
  --disable-progress \
  --output-path "$results/guidellm.json"

python3 "$here/check.py" "$here/limits.json" "$results/guidellm.json"
