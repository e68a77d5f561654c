#!/usr/bin/env bash
# 启动一个副本中的一台主机：DeepSeek-R1 昇腾双机
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
  --max-model-len 32768
  --gpu-memory-utilization 0.92
  --max-num-seqs 256
  --max-num-batched-tokens 2048
  --data-parallel-size-local 1
  --data-parallel-address "${LEADER_ADDRESS}"
  --data-parallel-rpc-port 13345
)
if [ "$NODE_RANK" -ne 0 ]; then
  args+=(
    --data-parallel-start-rank "$NODE_RANK"
    --headless
  )
fi

exec vllm serve /models/deepseek-r1 "${args[@]}"
