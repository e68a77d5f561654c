#!/usr/bin/env bash
# Starts what stands before the prefill and decode workers of: DeepSeek-R1 昇腾预填充与解码分离
# PREFILL_WORKERS and DECODE_WORKERS list the workers’ addresses with their ports, separated by spaces.
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
