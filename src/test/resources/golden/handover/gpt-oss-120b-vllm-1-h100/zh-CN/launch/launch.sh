#!/usr/bin/env bash
# 启动一个副本中的一台主机：gpt-oss-120b on one GPU
set -euo pipefail

export HF_HOME=/models

args=(
  --served-model-name gpt-oss-120b
  --host 0.0.0.0
  --port 8000
  --tensor-parallel-size 1
  --max-model-len 131072
  --gpu-memory-utilization 0.92
  --max-num-seqs 1024
  --max-num-batched-tokens 8192
)

exec vllm serve openai/gpt-oss-120b "${args[@]}"
