
/** The planner's version. */
export const version = '{version}';

/**
 * The engine: {version, catalog(), estimate(request), explain(request), search(request)}, as planner-engine.mjs exports them.
 *
 * @param source the bytes of planner-engine.wasm, or its address; without it, the file beside this one
 */
export async function open(source = new URL('planner-engine.wasm', import.meta.url)) {
  const bytes = source instanceof ArrayBuffer || ArrayBuffer.isView(source) ? source : await read(new URL(source, import.meta.url));
  const parts = WebAssembly.Module.customSections(await WebAssembly.compile(bytes, {builtins: ['js-string']}), '{section}');
  if (parts.length !== 1) throw new Error('not planner-engine.wasm: the section {section} is missing');
  const {catalog, evidence, prices} = JSON.parse(new TextDecoder().decode(parts[0]));
  // The compiled functions have no other scope than the global one.
  Object.assign(globalThis, {PLANNER_CATALOG: catalog, PLANNER_EVIDENCE: evidence, PLANNER_PRICES: prices});
  const {exports} = await loadTeaVM(bytes);
  return Object.freeze({version, catalog: exports.catalog, estimate: exports.estimate, explain: exports.explain, search: exports.search});
}

async function read(address) {
  if (address.protocol === 'file:' && typeof process !== 'undefined') return (await import('node:fs/promises')).readFile(address);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address + ' answers with ' + answer.status);
  return answer.arrayBuffer();
}
