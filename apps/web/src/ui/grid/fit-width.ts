const pixels = (style: CSSStyleDeclaration, ...names: readonly string[]) =>
  names.reduce((sum, name) => sum + (Number.parseFloat(style.getPropertyValue(name)) || 0), 0);

const besideWords = (cell: HTMLElement, words: HTMLElement) =>
  [...cell.children]
    .filter((child): child is HTMLElement => child instanceof HTMLElement && !child.contains(words))
    .filter((child) => getComputedStyle(child).position !== 'absolute')
    .reduce(
      (sum, child) =>
        sum + child.offsetWidth + pixels(getComputedStyle(child), 'margin-left', 'margin-right'),
      0,
    );

/** Pixels that a cell wants so that nothing in it is cut off. */
const wanted = (cell: HTMLElement): number => {
  const words = cell.querySelector<HTMLElement>('[data-content]');
  if (!words) return 0;
  return (
    words.scrollWidth +
    pixels(getComputedStyle(cell), 'padding-left', 'padding-right') +
    besideWords(cell, words)
  );
};

/** Pixels that a column wants so that neither its header nor a row drawn is cut off. */
export const fitWidth = (root: HTMLElement, index: number): number => {
  const cells = [...root.querySelectorAll<HTMLElement>(`[aria-colindex="${index + 1}"]`)];
  // A pixel more: widths of words are rounded down.
  return Math.max(...cells.map(wanted)) + 1;
};
