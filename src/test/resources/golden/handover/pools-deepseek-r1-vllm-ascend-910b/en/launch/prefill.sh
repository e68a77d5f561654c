#!/usr/bin/env bash
# Starts one prefill worker of: DeepSeek-R1 昇腾预填充与解码分离
# A replica has 2 hosts. Run this on each, with NODE_RANK from 0 upwards and LEADER_ADDRESS of the first.
# HOST_ADDRESS is this host’s own address, as the other workers reach it.
set -euo pipefail

: "${NODE_RANK:?}" "${LEADER_ADDRESS:?}"
: "${HOST_ADDRESS:?}"
export HF_HOME=/models
export HCCL_IF_IP="$HOST_ADDRESS"

args=(
  --served-model-name deepseek-r1
  --host 0.0.0.0
  --port 8100
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
  --kv-transfer-config '{"kv_connector":"MooncakeConnectorV1","kv_role":"kv_producer","kv_port":"28000","kv_connector_extra_config":{"prefill":{"dp_size":2,"tp_size":8},"decode":{"dp_size":4,"tp_size":4}}}'
)
if [ "$NODE_RANK" -ne 0 ]; then
  args+=(
    --data-parallel-start-rank "$NODE_RANK"
    --headless
  )
fi

exec vllm serve /models/deepseek-r1 "${args[@]}"
