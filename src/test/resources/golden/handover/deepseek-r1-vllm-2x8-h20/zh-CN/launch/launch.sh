#!/usr/bin/env bash
# 启动一个副本中的一台主机：DeepSeek-R1 on two H20 servers
# 每个副本有 2 台主机。在每台主机上运行本脚本，NODE_RANK 从 0 起递增，LEADER_ADDRESS 为第一台主机的地址。
set -euo pipefail

: "${NODE_RANK:?}" "${LEADER_ADDRESS:?}"
export HF_HOME=/models

args=(
  --served-model-name deepseek-r1
  --host 0.0.0.0
  --port 8000
  --tensor-parallel-size 8
  --data-parallel-size 2
  --enable-expert-parallel
  --max-model-len 163840
  --gpu-memory-utilization 0.92
  --max-num-seqs 1024
  --max-num-batched-tokens 8192
  --enable-prefix-caching
  --nnodes 2
  --node-rank "$NODE_RANK"
  --master-addr "${LEADER_ADDRESS}"
  --master-port 29500
)
if [ "$NODE_RANK" -ne 0 ]; then
  args+=(
    --headless
  )
fi

exec vllm serve deepseek-ai/DeepSeek-R1 "${args[@]}"
