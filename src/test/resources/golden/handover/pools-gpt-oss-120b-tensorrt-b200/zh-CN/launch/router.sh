#!/usr/bin/env bash
# 启动预填充与解码工作实例前端的路由：gpt-oss-120b in two pools
# PREFILL_WORKERS 和 DECODE_WORKERS 列出各工作实例的地址与端口，以空格分隔。
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
