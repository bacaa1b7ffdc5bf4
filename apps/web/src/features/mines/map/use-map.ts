import { basemapTile, type Basemap, type MapPoint } from '@qingshan/domain';
import { defaults as interactionDefaults } from 'ol/interaction/defaults';
import ImageLayer from 'ol/layer/Image';
import TileLayer from 'ol/layer/Tile';
import OlMap from 'ol/Map';
import ImageCanvasSource from 'ol/source/ImageCanvas';
import XYZ from 'ol/source/XYZ';
import View from 'ol/View';
import { useEffect, useRef, useState } from 'react';
import { boxOf, worldPixels, ZOOMS, type MapView } from './map-view';
import { paintMap, type Scene } from './paint-map';
import { isOnPaper, printOnPaper } from './print-map';

/** Half the world in the metres of Web Mercator. */
const HALF = 20_037_508.342789244;
const metresOf = ({ x, y }: MapPoint): [number, number] => [(x * 2 - 1) * HALF, (1 - y * 2) * HALF];
const pointOf = ([x = 0, y = 0]: readonly number[]): MapPoint => ({
  x: (x / HALF + 1) / 2,
  y: (1 - y / HALF) / 2,
});

/** As many places as the map may be ahead of the address. */
const TOLD_AT_MOST = 10;

/** Drawn wider than the view, so that there is something at the edges while it is dragged. */
const OVER = 1.3;

interface MapProps {
  readonly view: MapView;
  readonly scene: Scene;
  readonly basemap: Basemap | null;
  /** After every move, also those of `view`. */
  readonly onMove: (view: MapView) => void;
  readonly onClick: (at: MapPoint) => void;
  readonly onPoint: (at: MapPoint) => void;
}

interface Engine {
  readonly map: OlMap;
  readonly view: View;
  readonly drawing: ImageCanvasSource;
  readonly tiles: TileLayer<XYZ>;
}

/** OpenLayers on a plain canvas: it pans and zooms, we draw. The state of the view is the page's. */
export const useMap = (props: MapProps) => {
  const latest = useRef(props);
  const [element, setElement] = useState<HTMLElement | null>(null);
  const engine = useRef<Engine | null>(null);
  // What the map has told and the address has not yet brought back, oldest first.
  const told = useRef<readonly MapView[]>([]);

  useEffect(() => {
    latest.current = props;
  });

  const { scene } = props;
  useEffect(() => engine.current?.drawing.changed(), [scene]);

  useEffect(() => {
    if (!element) return undefined;
    const made = build(element, latest, (view) => {
      told.current = [...told.current, view].slice(-TOLD_AT_MOST);
      latest.current.onMove(view);
    });
    engine.current = made;
    const stop = printOnPaper(made);
    return () => {
      stop();
      made.map.setTarget(undefined);
      engine.current = null;
    };
  }, [element]);

  const { x, y, zoom } = props.view;
  useEffect(() => {
    const view = engine.current?.view;
    if (!view) return;
    // What the map itself has told comes back through the address: it may be on its way to the next place by now.
    const echo = told.current.findIndex((one) => isSame(one, { x, y, zoom }));
    told.current = told.current.slice(Math.max(echo, 0));
    if (echo >= 0) return;
    const now = pointOf(view.getCenter() ?? []);
    const apart = Math.hypot(now.x - x, now.y - y) * worldPixels(zoom);
    if (apart < 1 && Math.abs((view.getZoom() ?? 0) - zoom) < 0.01) return;
    view.setCenter(metresOf({ x, y }));
    view.setZoom(zoom);
  }, [x, y, zoom, element]);

  const { basemap } = props;
  useEffect(() => {
    engine.current?.tiles.setSource(
      basemap &&
        new XYZ({
          maxZoom: ZOOMS.most,
          tileUrlFunction: ([z = 0, column = 0, row = 0]) => basemapTile(basemap, z, column, row),
        }),
    );
  }, [basemap, element]);

  return setElement;
};

/** As near as the few places of an address tell it. */
const isSame = (one: MapView, other: MapView): boolean =>
  Math.abs(one.zoom - other.zoom) < 0.06 &&
  Math.hypot(one.x - other.x, one.y - other.y) * worldPixels(one.zoom) < 30;

const build = (
  element: HTMLElement,
  latest: { readonly current: MapProps },
  report: (view: MapView) => void,
): Engine => {
  const first = latest.current.view;
  const view = new View({
    center: metresOf(first),
    zoom: first.zoom,
    minZoom: ZOOMS.least,
    maxZoom: ZOOMS.most,
    enableRotation: false,
  });
  const canvas = document.createElement('canvas');
  const drawing = new ImageCanvasSource({
    ratio: OVER,
    canvasFunction: (
      [left = 0, bottom = 0, right = 0, top = 0],
      _resolution,
      pixelRatio,
      [across = 0, down = 0],
    ) => {
      const [start, last] = [pointOf([left, top]), pointOf([right, bottom])];
      canvas.width = Math.round(across);
      canvas.height = Math.round(down);
      const box = { left: start.x, top: start.y, right: last.x, bottom: last.y };
      const width = across / pixelRatio;
      const frame = { box, width, height: down / pixelRatio, pixels: width / (box.right - box.left) };
      const seen = { width: frame.width / OVER, height: frame.height / OVER };
      const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
      const edge = boxOf({ ...middle, zoom: Math.log2(frame.pixels / 256) }, seen);
      paintMap(canvas, latest.current.scene, frame, edge, pixelRatio);
      return canvas;
    },
  });
  const tiles = new TileLayer<XYZ>();
  const map = new OlMap({
    target: element,
    keyboardEventTarget: element,
    view,
    controls: [],
    interactions: interactionDefaults({ altShiftDragRotate: false, pinchRotate: false }),
    layers: [tiles, new ImageLayer({ source: drawing })],
  });
  map.on('moveend', () => {
    if (isOnPaper(element)) return;
    report({ ...pointOf(view.getCenter() ?? []), zoom: view.getZoom() ?? first.zoom });
  });
  map.on('click', ({ coordinate }) => latest.current.onClick(pointOf(coordinate)));
  map.on('pointermove', ({ coordinate, dragging }) => {
    if (!dragging) latest.current.onPoint(pointOf(coordinate));
  });
  return { map, view, drawing, tiles };
};
