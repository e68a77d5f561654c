#!/usr/bin/env bash
# 启动一个预填充工作实例：gpt-oss-120b in two pools
# 请先将本目录中的其他文件放入 /etc/llm-planner。
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
