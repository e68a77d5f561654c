#!/usr/bin/env bash
# Starts one prefill worker of: gpt-oss-120b in two pools
# Put the other files of this folder into /etc/llm-planner first.
set -euo pipefail

export HF_HOME=/models

args=(
  --host 0.0.0.0
  --port 8100
  --tp_size 1
  --max_batch_size 2048
  --max_num_tokens 8192
  --max_seq_len 131072
  --kv_cache_free_gpu_memory_fraction 0.9
  --extra_llm_api_options /etc/llm-planner/prefill-extra-llm-api.yaml
)

exec trtllm-serve openai/gpt-oss-120b "${args[@]}"
