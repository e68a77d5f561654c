() => {
  const MOST_LATIN = 115;
  const MOST_CHINESE = 60;
  const long = [];
  for (const e of document.querySelectorAll('p, li, dd, figcaption')) {
    if (!e.checkVisibility({visibilityProperty: true}) || e.closest('table, pre, .unseen') || e.querySelector('p, li, dd, table, div, button')) {
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(e);
    const size = parseFloat(getComputedStyle(e).fontSize);
    const width = Math.max(0, ...[...range.getClientRects()].map(r => r.width));
    const chinese = (e.innerText.match(/\p{Script=Han}/gu) || []).length * 2 > e.innerText.length;
    const signs = Math.round(chinese ? width / size : width / size * 2);
    if (signs > (chinese ? MOST_CHINESE : MOST_LATIN)) {
      long.push(`${e.tagName}.${e.className} ${signs} signs a line: ${e.innerText.slice(0, 40)}`);
    }
  }
  return long.slice(0, 5);
}
