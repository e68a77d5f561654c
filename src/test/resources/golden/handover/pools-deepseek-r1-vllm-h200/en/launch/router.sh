#!/usr/bin/env bash
# Starts what stands before the prefill and decode workers of: DeepSeek-R1 in two pools
# PREFILL_WORKERS and DECODE_WORKERS list the workers’ addresses with their ports, separated by spaces.
set -euo pipefail

: "${PREFILL_WORKERS:?}" "${DECODE_WORKERS:?}"

args=(
  --host 0.0.0.0
  --port 8000
  --vllm-pd-disaggregation
  --worker-startup-timeout-secs 3600
)
for worker in $PREFILL_WORKERS; do
  args+=(--prefill "http://$worker")
done
for worker in $DECODE_WORKERS; do
  args+=(--decode "http://$worker")
done

command -v vllm-router > /dev/null || python3 -m pip install vllm-router==0.1.17
exec vllm-router "${args[@]}"
