#!/usr/bin/env bash
# 启动预填充与解码工作实例前端的路由：DeepSeek-R1 昇腾预填充与解码分离
# PREFILL_WORKERS 和 DECODE_WORKERS 列出各工作实例的地址与端口，以空格分隔。
set -euo pipefail

: "${PREFILL_WORKERS:?}" "${DECODE_WORKERS:?}"

args=(--host 0.0.0.0 --port 8000)
args+=(--prefiller-hosts)
for worker in $PREFILL_WORKERS; do args+=("${worker%:*}"); done
args+=(--prefiller-ports)
for worker in $PREFILL_WORKERS; do args+=("${worker##*:}"); done
args+=(--decoder-hosts)
for worker in $DECODE_WORKERS; do args+=("${worker%:*}"); done
args+=(--decoder-ports)
for worker in $DECODE_WORKERS; do args+=("${worker##*:}"); done

exec python3 /vllm-workspace/vllm-ascend/examples/disaggregated_prefill_v1/load_balance_proxy_server_example.py "${args[@]}"
