#!/usr/bin/env bash
# 启动一个解码工作实例：DeepSeek-R1 in two pools
# 每个副本有 2 台主机。在每台主机上运行本脚本，NODE_RANK 从 0 起递增，LEADER_ADDRESS 为第一台主机的地址。
# HOST_ADDRESS 为本机地址，其他工作实例须能通过它访问本机。
set -euo pipefail

: "${NODE_RANK:?}" "${LEADER_ADDRESS:?}"
: "${HOST_ADDRESS:?}"
export HF_HOME=/models
export VLLM_NIXL_SIDE_CHANNEL_HOST="$HOST_ADDRESS"
export VLLM_NIXL_SIDE_CHANNEL_PORT=5600

args=(
  --served-model-name deepseek-r1
  --host 0.0.0.0
  --port 8200
  --tensor-parallel-size 1
  --data-parallel-size 16
  --enable-expert-parallel
  --max-model-len 163840
  --gpu-memory-utilization 0.92
  --max-num-seqs 1024
  --max-num-batched-tokens 8192
  --nnodes 2
  --node-rank "$NODE_RANK"
  --master-addr "${LEADER_ADDRESS}"
  --master-port 29500
  --kv-transfer-config '{"kv_connector":"NixlConnector","kv_role":"kv_consumer"}'
)
if [ "$NODE_RANK" -ne 0 ]; then
  args+=(
    --headless
  )
fi

exec vllm serve deepseek-ai/DeepSeek-R1 "${args[@]}"
