#!/usr/bin/env bash
# 启动一个副本中的一台主机：Llama 3.3 70B, two replicas in one server
set -euo pipefail

export HF_HOME=/models

args=(
  --served-model-name llama-3-3-70b
  --host 0.0.0.0
  --port 8000
  --tensor-parallel-size 4
  --kv-cache-dtype fp8
  --max-model-len 131072
  --gpu-memory-utilization 0.92
  --max-num-seqs 1024
  --max-num-batched-tokens 8192
)

exec vllm serve RedHatAI/Llama-3.3-70B-Instruct-fp8-dynamic "${args[@]}"
