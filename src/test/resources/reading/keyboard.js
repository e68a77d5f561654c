async () => {
  const MOST = 300;
  const name = e => `${e.tagName}#${e.id}.${e.className} "${(e.getAttribute('aria-label') || e.textContent || '').trim().slice(0, 24)}"`;
  const ring = e => {
    const style = getComputedStyle(e);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  const points = e => {
    const box = e.getClientRects()[0];
    return [[box.x + Math.min(box.width / 2, 40), box.y + box.height / 2], [box.x + 3, box.y + 3], [box.right - 3, box.bottom - 3]];
  };
  const seen = e => points(e).some(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return hit && (hit === e || e.contains(hit) || hit.contains(e) || hit.closest('label')?.contains(e));
  });
  const found = [];
  const dialog = document.querySelector('dialog[open]');
  const reached = [...(dialog || document).querySelectorAll(
      'a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex="0"]')]
      .filter(e => e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length);
  for (const e of reached.slice(0, MOST)) {
    e.focus({focusVisible: true});
    if (document.activeElement !== e) {
      found.push(`${name(e)} can't take the focus`);
      continue;
    }
    const file = e.closest('.file-field');
    if (!ring(e) && !(file && ring(file.querySelector('label')))) {
      found.push(`${name(e)} has no ring`);
    }
    if (!seen(e)) {
      // A list that was open closes once the focus has left it.
      await new Promise(done => setTimeout(done, 100));
    }
    if (!seen(e) && e.getClientRects()[0].height < innerHeight / 2) {
      const hit = document.elementFromPoint(...points(e)[0]);
      found.push(`${name(e)} is hidden by ${hit ? name(hit) : 'the edge'}`);
    }
  }
  return found.slice(0, 5);
}
