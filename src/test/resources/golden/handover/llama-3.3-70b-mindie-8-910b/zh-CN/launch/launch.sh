#!/usr/bin/env bash
# 启动一个副本中的一台主机：Llama 3.3 70B on Atlas 800I A2
# 请先将本目录中的其他文件放入 /etc/llm-planner。
set -euo pipefail

export MIES_CONFIG_JSON_PATH=/etc/llm-planner/config.json
export NPU_MEMORY_FRACTION=0.9

args=(
)

exec mindie_llm_server "${args[@]}"
