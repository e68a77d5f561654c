#!/usr/bin/env bash
# 启动一个预填充工作实例：Llama 3.3 70B 预填充与解码分离
set -euo pipefail

export HF_HOME=/models

args=(
  --model-path RedHatAI/Llama-3.3-70B-Instruct-fp8-dynamic
  --served-model-name llama-3-3-70b
  --host 0.0.0.0
  --port 8100
  --tp-size 2
  --context-length 131072
  --max-running-requests 1024
  --chunked-prefill-size 8192
  --disaggregation-mode prefill
  --disaggregation-transfer-backend nixl
  --disaggregation-bootstrap-port 8998
)

exec python3 -m sglang.launch_server "${args[@]}"
