#!/usr/bin/env bash
# Starts one host of a replica of: Llama 3.1 405B over two servers
# A replica has 2 hosts. Run this on each, with NODE_RANK from 0 upwards and LEADER_ADDRESS of the first.
set -euo pipefail

: "${NODE_RANK:?}" "${LEADER_ADDRESS:?}"
export HF_HOME=/models

args=(
  --served-model-name llama-3-1-405b
  --host 0.0.0.0
  --port 8000
  --tensor-parallel-size 8
  --pipeline-parallel-size 2
  --max-model-len 32768
  --gpu-memory-utilization 0.92
  --max-num-seqs 1024
  --max-num-batched-tokens 8192
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

exec vllm serve meta-llama/Llama-3.1-405B-Instruct "${args[@]}"
