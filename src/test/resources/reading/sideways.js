() => {
  const width = document.scrollingElement.scrollWidth;
  if (width <= innerWidth) {
    return [];
  }
  const clipped = e => e && (getComputedStyle(e).overflowX !== 'visible' || clipped(e.parentElement));
  return [...document.querySelectorAll('body *')]
      .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !clipped(e.parentElement))
      .slice(-3).map(e => `${e.tagName}.${e.className} reaches ${Math.round(e.getBoundingClientRect().right)} of ${innerWidth}`)
      .concat(`the page is ${width} wide`);
}
