#!/usr/bin/env bash
# Starts one host of a replica of: DeepSeek-R1 with TensorRT-LLM
# Put the other files of this folder into /etc/llm-planner first.
set -euo pipefail

export HF_HOME=/models

args=(
  --host 0.0.0.0
  --port 8000
  --tp_size 8
  --ep_size 8
  --max_batch_size 2048
  --max_num_tokens 8192
  --max_seq_len 163840
  --kv_cache_free_gpu_memory_fraction 0.9
  --extra_llm_api_options /etc/llm-planner/extra-llm-api.yaml
)

exec trtllm-serve nvidia/DeepSeek-R1-FP4 "${args[@]}"
