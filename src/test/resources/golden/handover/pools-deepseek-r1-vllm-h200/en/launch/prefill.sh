#!/usr/bin/env bash
# Starts one prefill worker of: DeepSeek-R1 in two pools
# HOST_ADDRESS is this host’s own address, as the other workers reach it.
set -euo pipefail

: "${HOST_ADDRESS:?}"
export HF_HOME=/models
export VLLM_NIXL_SIDE_CHANNEL_HOST="$HOST_ADDRESS"
export VLLM_NIXL_SIDE_CHANNEL_PORT=5600

args=(
  --served-model-name deepseek-r1
  --host 0.0.0.0
  --port 8100
  --tensor-parallel-size 8
  --enable-expert-parallel
  --max-model-len 163840
  --gpu-memory-utilization 0.92
  --max-num-seqs 1024
  --max-num-batched-tokens 8192
  --kv-transfer-config '{"kv_connector":"NixlConnector","kv_role":"kv_producer"}'
)

exec vllm serve deepseek-ai/DeepSeek-R1 "${args[@]}"
