#!/usr/bin/env bash
# 启动预填充与解码工作实例前端的路由：DeepSeek-R1 in two pools
# PREFILL_WORKERS 和 DECODE_WORKERS 列出各工作实例的地址与端口，以空格分隔。
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
