import type OlMap from 'ol/Map';
import type ImageCanvasSource from 'ol/source/ImageCanvas';
import type View from 'ol/View';

interface Printable {
  readonly map: OlMap;
  readonly view: View;
  readonly drawing: ImageCanvasSource;
}

/** What a sheet of A4 has room for; print rules give the frame the same. */
const PAPER = { width: 680, height: 560 } as const;

/** While it is laid out for paper, a map's moves are no move of the reader's. */
export const isOnPaper = (element: HTMLElement): boolean => element.dataset.paper !== undefined;

/**
 * A canvas does not follow the paper as text does: before printing it is drawn anew, in the paper's size and on white,
 * with the same part of the map in it. Afterwards all is as it was.
 */
export const printOnPaper = ({ map, view, drawing }: Printable): (() => void) => {
  const root = document.documentElement;
  const element = map.getTargetElement();
  if (!element) return () => undefined;
  let back: (() => void) | null = null;
  const draw = () => {
    map.updateSize();
    drawing.changed();
    map.renderSync();
  };
  const before = () => {
    const [theme, center, zoom] = [root.dataset.theme, view.getCenter(), view.getZoom()];
    const extent = view.calculateExtent(map.getSize());
    element.dataset.paper = '';
    element.style.inlineSize = `${PAPER.width}px`;
    element.style.blockSize = `${PAPER.height}px`;
    root.dataset.theme = 'light';
    map.updateSize();
    view.fit(extent, { size: map.getSize() });
    draw();
    back = () => {
      root.dataset.theme = theme;
      element.style.inlineSize = '';
      element.style.blockSize = '';
      if (center) view.setCenter(center);
      if (zoom !== undefined) view.setZoom(zoom);
      draw();
      delete element.dataset.paper;
      back = null;
    };
  };
  const after = () => back?.();
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
};
