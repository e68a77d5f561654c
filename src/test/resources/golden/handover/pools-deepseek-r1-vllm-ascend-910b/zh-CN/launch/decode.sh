#!/usr/bin/env bash
# 启动一个解码工作实例：DeepSeek-R1 昇腾预填充与解码分离
# 每个副本有 2 台主机。在每台主机上运行本脚本，NODE_RANK 从 0 起递增，LEADER_ADDRESS 为第一台主机的地址。
# HOST_ADDRESS 为本机地址，其他工作实例须能通过它访问本机。
set -euo pipefail

: "${NODE_RANK:?}" "${LEADER_ADDRESS:?}"
: "${HOST_ADDRESS:?}"
export HF_HOME=/models
export HCCL_IF_IP="$HOST_ADDRESS"

args=(
  --served-model-name deepseek-r1
  --host 0.0.0.0
  --port 8200
  --tensor-parallel-size 4
  --data-parallel-size 4
  --enable-expert-parallel
  --max-model-len 32768
  --gpu-memory-utilization 0.92
  --max-num-seqs 256
  --max-num-batched-tokens 2048
  --data-parallel-size-local 2
  --data-parallel-address "${LEADER_ADDRESS}"
  --data-parallel-rpc-port 13345
  --kv-transfer-config '{"kv_connector":"MooncakeConnectorV1","kv_role":"kv_consumer","kv_port":"28100","kv_connector_extra_config":{"prefill":{"dp_size":2,"tp_size":8},"decode":{"dp_size":4,"tp_size":4}}}'
)
if [ "$NODE_RANK" -ne 0 ]; then
  args+=(
    --data-parallel-start-rank "$((NODE_RANK * 2))"
    --headless
  )
fi

exec vllm serve /models/deepseek-r1 "${args[@]}"
