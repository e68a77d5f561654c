() => {
  const LEAST = 23.9;
  // What is behind a modal dialog is out of reach.
  const reach = document.querySelector('dialog:modal') || document;
  const targets = [...reach.querySelectorAll('a[href], button, input, select, textarea, summary, [role=option], [role=tab]')]
      .filter(e => e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length && !e.closest('.unseen'))
      .map(e => ({e, box: (e.closest('label') || e).getBoundingClientRect()}));
  const isSmall = box => box.width < LEAST || box.height < LEAST;
  // In a sentence, the line's height decides.
  const isInline = e => e.tagName === 'A' && getComputedStyle(e).display === 'inline'
      && [...e.parentElement.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
  const found = [];
  for (const {e, box} of targets) {
    if (!isSmall(box) || isInline(e)) {
      continue;
    }
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const near = targets.find(other => {
      if (other.e === e || other.e.contains(e) || e.contains(other.e)) {
        return false;
      }
      const b = other.box;
      if (isSmall(b)) {
        return Math.hypot(b.x + b.width / 2 - x, b.y + b.height / 2 - y) < 24;
      }
      return Math.hypot(Math.max(b.left - x, 0, x - b.right), Math.max(b.top - y, 0, y - b.bottom)) < 12;
    });
    if (near) {
      found.push(`${e.tagName}#${e.id}.${e.className} ${Math.round(box.width)}×${Math.round(box.height)} "${
        e.textContent.trim().slice(0, 24)}" near ${near.e.tagName}#${near.e.id}.${near.e.className}`);
    }
  }
  return found.slice(0, 5);
}
