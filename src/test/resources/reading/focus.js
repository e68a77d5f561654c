async () => {
  const OF_A_KIND = 3;
  const settled = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 30)));
  const name = e => `${e.tagName}#${e.id}.${e.className} "${(e.getAttribute('aria-label') || e.textContent || '').trim().slice(0, 24)}"`;
  const lost = () => !document.activeElement || document.activeElement === document.body;
  window.print = () => {};
  const found = [];
  const used = new Set();
  const times = new Map();
  for (;;) {
    const e = [...document.querySelectorAll('main button:not([disabled]), main summary, main select, main input[type=checkbox], main input[type=radio]')]
        .find(each => each.checkVisibility({visibilityProperty: true}) && !used.has(name(each))
            && (times.get(each.tagName + each.className) || 0) < OF_A_KIND);
    if (!e) {
      return found;
    }
    const what = name(e);
    const kind = e.tagName + e.className;
    used.add(what);
    times.set(kind, (times.get(kind) || 0) + 1);
    e.focus();
    if (e.tagName === 'SELECT') {
      e.selectedIndex = (e.selectedIndex + 1) % e.options.length;
      e.dispatchEvent(new Event('change', {bubbles: true}));
    } else {
      e.click();
    }
    await settled();
    await settled();
    if (lost()) {
      found.push(`nothing has the focus after ${what}`);
    }
    const dialog = document.querySelector('dialog[open]');
    if (dialog) {
      if (!dialog.contains(document.activeElement)) {
        found.push(`the focus isn't in the dialog of ${what}`);
      }
      dialog.close();
      await settled();
      if (lost()) {
        found.push(`nothing has the focus after the dialog of ${what}`);
      }
    }
  }
}
