// The frame is sandboxed without an origin of its own, so its window tells it from others.
const frame = document.getElementById('live');
const show = (id, text) => { document.getElementById(id).textContent = text; };
const say = message => frame.contentWindow.postMessage({ llmPlanner: 1, ...message }, '*');

addEventListener('message', event => {
  const said = event.data;
  if (event.source !== frame.contentWindow || !said || said.llmPlanner !== 1) {
    return;
  }
  if (said.type === 'height' && said.height > 0) {
    frame.height = Math.min(said.height, 10000);
  } else if (said.type === 'change') {
    show('verdict', said.verdict);
    show('link', said.link);
    show('request', JSON.stringify(said.request, null, 2));
    show('error', '–');
  } else if (said.type === 'error') {
    show('error', `${said.code} at ${said.path}: ${said.message} (${said.allowed.join(', ')})`);
  }
});

// The frame may have been ready before this script ran, or may still be loading.
frame.addEventListener('load', () => say({ type: 'hello' }));
say({ type: 'hello' });

const load = request => () => say({ type: 'load', request });
document.getElementById('load').addEventListener('click', load({
  model: 'llama-3.1-405b',
  accelerator: 'nvidia-h200-sxm-141gb',
  gpus: 8,
  engine: 'vllm',
  precision: { weights: 'fp8' },
  workload: { inputTokens: 2048, outputTokens: 512, concurrency: 32 },
}));
document.getElementById('wrong').addEventListener('click', load({
  model: 'llama-9-9000b',
  accelerator: 'nvidia-h200-sxm-141gb',
}));
document.getElementById('chinese').addEventListener('click', () => say({ type: 'set', language: 'zh-CN' }));
document.getElementById('dark').addEventListener('click', () => say({ type: 'set', theme: 'dark' }));
