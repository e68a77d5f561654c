#!/usr/bin/env bash
# 单个副本的验收测试：DeepSeek-R1 昇腾预填充与解码分离
# 用 GuideLLM 0.3.1 施加相同负载（更高版本的选项不同）；规划器可读回 guidellm.json。
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
