#!/usr/bin/env bash
# 启动一个副本中的一台主机：DeepSeek-R1 on one H200 server
set -euo pipefail

export HF_HOME=/models

args=(
  --model-path deepseek-ai/DeepSeek-R1
  --served-model-name deepseek-r1
  --host 0.0.0.0
  --port 30000
  --tp-size 8
  --dp-size 4
  --enable-dp-attention
  --ep-size 8
  --kv-cache-dtype fp8_e4m3
  --context-length 163840
  --max-running-requests 4096
  --chunked-prefill-size 32768
  --speculative-algorithm EAGLE
  --speculative-num-steps 1
  --speculative-eagle-topk 1
  --speculative-num-draft-tokens 2
)

exec python3 -m sglang.launch_server "${args[@]}"
