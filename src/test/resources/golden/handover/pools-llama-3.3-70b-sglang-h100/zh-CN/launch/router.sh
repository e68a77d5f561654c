#!/usr/bin/env bash
# 启动预填充与解码工作实例前端的路由：Llama 3.3 70B 预填充与解码分离
# PREFILL_WORKERS 和 DECODE_WORKERS 列出各工作实例的地址与端口，以空格分隔。
set -euo pipefail

: "${PREFILL_WORKERS:?}" "${DECODE_WORKERS:?}"

args=(
  --host 0.0.0.0
  --port 8000
  --pd-disaggregation
  --worker-startup-timeout-secs 3600
)
for worker in $PREFILL_WORKERS; do
  args+=(--prefill "http://$worker" 8998)
done
for worker in $DECODE_WORKERS; do
  args+=(--decode "http://$worker")
done

python3 -c 'import sglang_router' 2> /dev/null || python3 -m pip install sglang-router==0.3.2
exec python3 -m sglang_router.launch_router "${args[@]}"
