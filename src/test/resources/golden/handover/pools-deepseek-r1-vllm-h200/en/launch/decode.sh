#!/usr/bin/env bash
# Starts one decode worker of: DeepSeek-R1 in two pools
# A replica has 2 hosts. Run this on each, with NODE_RANK from 0 upwards and LEADER_ADDRESS of the first.
# HOST_ADDRESS is this host’s own address, as the other workers reach it.
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
