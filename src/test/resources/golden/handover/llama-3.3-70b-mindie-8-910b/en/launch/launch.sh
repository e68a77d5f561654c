#!/usr/bin/env bash
# Starts one host of a replica of: Llama 3.3 70B on Atlas 800I A2
# Put the other files of this folder into /etc/llm-planner first.
set -euo pipefail

export MIES_CONFIG_JSON_PATH=/etc/llm-planner/config.json
export NPU_MEMORY_FRACTION=0.9

args=(
)

exec mindie_llm_server "${args[@]}"
