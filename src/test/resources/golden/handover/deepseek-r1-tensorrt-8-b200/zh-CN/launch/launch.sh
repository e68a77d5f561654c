#!/usr/bin/env bash
# 启动一个副本中的一台主机：DeepSeek-R1 with TensorRT-LLM
# 请先将本目录中的其他文件放入 /etc/llm-planner。
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
