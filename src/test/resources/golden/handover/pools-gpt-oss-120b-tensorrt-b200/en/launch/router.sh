#!/usr/bin/env bash
# Starts what stands before the prefill and decode workers of: gpt-oss-120b in two pools
# PREFILL_WORKERS and DECODE_WORKERS list the workers’ addresses with their ports, separated by spaces.
set -euo pipefail

: "${PREFILL_WORKERS:?}" "${DECODE_WORKERS:?}"

urls() {
  for worker in $1; do printf '      - "%s"\n' "$worker"; done
}
config=$(mktemp)
{
  printf 'hostname: 0.0.0.0\nport: 8000\nbackend: pytorch\n'
  printf 'context_servers:\n  num_instances: %s\n  urls:\n' "$(wc -w <<< "$PREFILL_WORKERS")"
  urls "$PREFILL_WORKERS"
  printf 'generation_servers:\n  num_instances: %s\n  urls:\n' "$(wc -w <<< "$DECODE_WORKERS")"
  urls "$DECODE_WORKERS"
} > "$config"

exec trtllm-serve disaggregated -c "$config" --server_start_timeout 3600
