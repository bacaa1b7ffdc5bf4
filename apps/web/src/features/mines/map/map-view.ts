import { degreesOf, labelPointOf, mapPoint, PROVINCE_BOX, squareOf, type MapPoint } from '@qingshan/domain';

/** Which part of the map is looked at: its middle, from 0 to 1, and the zoom; at zoom 0 the world is 256 px wide. */
export interface MapView extends MapPoint {
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of the map, from 0 to 1. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const ZOOMS = { least: 5, most: 18 } as const;
const WORLD = 256;
/** Around a name that stands for a whole county, in degrees. */
const COUNTY = 0.3;

/** Pixels of the whole world at a zoom. */
export const worldPixels = (zoom: number): number => WORLD * 2 ** zoom;

export const boxOf = ({ x, y, zoom }: MapView, { width, height }: Size): Box => {
  const [across, down] = [width / worldPixels(zoom) / 2, height / worldPixels(zoom) / 2];
  return { left: x - across, top: y - down, right: x + across, bottom: y + down };
};

/** The view that shows all of a box with a little air around it. */
export const fitted = ({ left, top, right, bottom }: Box, { width, height }: Size): MapView => {
  const scale = Math.min(width / (right - left), height / (bottom - top)) * 0.94;
  const zoom = Math.max(ZOOMS.least, Math.min(ZOOMS.most - 2, Math.log2(scale / WORLD)));
  return { x: (left + right) / 2, y: (top + bottom) / 2, zoom };
};

const around = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

const boxOfDegrees = (west: number, south: number, east: number, north: number): Box => {
  const [first, last] = [mapPoint(west, north), mapPoint(east, south)];
  return { left: first.x, top: first.y, right: last.x, bottom: last.y };
};

/** Where the mines of a filter are: its squares, else the counties that hold some, else the province. */
export const boxOfFilter = (codes: readonly string[], squares: readonly string[] = []): Box => {
  if (squares.length > 0)
    return around(
      squares.map(squareOf).map(({ level, x, y }) => {
        const size = 2 ** level;
        return { left: x / size, top: y / size, right: (x + 1) / size, bottom: (y + 1) / size };
      }),
    );
  const points = codes.map(labelPointOf).filter((point) => point !== null);
  if (points.length === 0)
    return boxOfDegrees(PROVINCE_BOX.west, PROVINCE_BOX.south, PROVINCE_BOX.east, PROVINCE_BOX.north);
  return around(
    points.map(({ longitude, latitude }) =>
      boxOfDegrees(longitude - COUNTY, latitude - COUNTY, longitude + COUNTY, latitude + COUNTY),
    ),
  );
};

/** A view as the address says it: longitude, latitude and zoom, which read themselves. */
export const writeView = (view: MapView): string => {
  const { longitude, latitude } = degreesOf(view);
  return [longitude.toFixed(4), latitude.toFixed(4), view.zoom.toFixed(1)].join(',');
};

const VIEW = /^(-?\d{1,3}(?:\.\d+)?),(-?\d{1,2}(?:\.\d+)?),(\d{1,2}(?:\.\d+)?)$/;

/** What an address says of the view; what it does not understand is left out. */
export const readView = (text: string | null): MapView | null => {
  const [longitude, latitude, zoom] = (VIEW.exec(text ?? '') ?? []).slice(1).map(Number);
  if (longitude === undefined || latitude === undefined || zoom === undefined) return null;
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 80 || zoom < ZOOMS.least || zoom > ZOOMS.most)
    return null;
  return { ...mapPoint(longitude, latitude), zoom };
};
