import { PROVINCE_BOX } from '../mines/coordinates';
import type { RegionTree } from '../regions/region';

/** Why a boundary file is turned away. */
export const BOUNDARY_REASONS = [
  'empty',
  'damaged',
  'not-boundaries',
  'too-many-areas',
  'too-many-points',
  'wrong-coordinates',
  'outside-province',
  'open-ring',
  'no-division',
] as const;
export type BoundaryReason = (typeof BOUNDARY_REASONS)[number];

type Ring = [longitude: number, latitude: number][];

/** One division with its polygons, each an outline and the holes in it. */
interface BoundaryArea {
  readonly code: string;
  readonly polygons: Ring[][];
}

export interface Boundaries {
  readonly areas: readonly BoundaryArea[];
  readonly points: number;
  /** Divisions of other provinces, which the file holds and this map does not show. */
  readonly leftOut: number;
}

/** What the whole country's counties come to, several times over. */
const AREAS_AT_MOST = 10_000;
const POINTS_AT_MOST = 400_000;
const NAMES = { code: ['gb', 'adcode', 'code', 'xzqdm'], name: ['name', 'mc', 'xzqmc'] } as const;
const OF_CHINA = /^156(?=\d{6}$)/;
const LONGITUDE_LATITUDE = /(?:CRS84|4326|4490|CGCS2000|WGS ?84)/i;
/** Outlines of a province run past its box by a little, never by a degree. */
const SLACK = 1;

class Refusal extends Error {
  constructor(readonly reason: BoundaryReason) {
    super(reason);
  }
}

/** Reads the official boundaries: areas of our own divisions, in degrees, closed, and not too many points to draw. */
export const readBoundaries = (file: unknown, tree: RegionTree): Boundaries | BoundaryReason => {
  try {
    return read(file, tree);
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
};

const read = (file: unknown, tree: RegionTree): Boundaries => {
  const collection = recordOf(file);
  if (collection.type !== 'FeatureCollection' || !Array.isArray(collection.features))
    throw new Refusal('not-boundaries');
  if (collection.crs && !LONGITUDE_LATITUDE.test(systemOf(recordOf(collection.crs))))
    throw new Refusal('wrong-coordinates');
  const features = collection.features as unknown[];
  if (features.length > AREAS_AT_MOST) throw new Refusal('too-many-areas');
  const byName = codesByName(tree);
  const areas = new Map<string, Ring[][]>();
  let [points, leftOut] = [0, 0];
  for (const feature of features.map(recordOf)) {
    const code = codeOf(recordOf(feature.properties ?? {}), tree, byName);
    if (code === null) {
      leftOut += 1;
      continue;
    }
    const polygons = polygonsOf(recordOf(feature.geometry), (count) => {
      points += count;
      if (points > POINTS_AT_MOST) throw new Refusal('too-many-points');
    });
    areas.set(code, [...(areas.get(code) ?? []), ...polygons]);
  }
  if (areas.size === 0) throw new Refusal('no-division');
  return { areas: [...areas].map(([code, polygons]) => ({ code, polygons })), points, leftOut };
};

/** GeoJSON of 2008 names its system in `crs.properties.name`. */
const systemOf = ({ name, properties }: Record<string, unknown>): string =>
  String(name ?? recordOf(properties).name);

const recordOf = (value: unknown): Record<string, unknown> => {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new Refusal('not-boundaries');
  return value as Record<string, unknown>;
};

const listOf = (value: unknown): unknown[] => {
  if (!Array.isArray(value) || value.length === 0) throw new Refusal('not-boundaries');
  return value as unknown[];
};

/** Names that only one division in force has: 鼓楼区 is in many cities, but within one province hardly any is twice. */
const codesByName = (tree: RegionTree): Map<string, string | null> => {
  const codes = new Map<string, string | null>();
  for (const { nameZh, code } of tree.all()) codes.set(nameZh, codes.has(nameZh) ? null : code);
  return codes;
};

const codeOf = (
  properties: Record<string, unknown>,
  tree: RegionTree,
  byName: ReadonlyMap<string, string | null>,
): string | null => {
  const textOf = (names: readonly string[]): string | null => {
    const found = Object.entries(properties).find(([name]) => names.includes(name.toLowerCase()))?.[1];
    return typeof found === 'string' || typeof found === 'number' ? String(found).trim() : null;
  };
  const code = textOf(NAMES.code)?.replace(OF_CHINA, '');
  if (code) return tree.current(code)?.code ?? null;
  return byName.get(textOf(NAMES.name) ?? '') ?? null;
};

const polygonsOf = (geometry: Record<string, unknown>, count: (points: number) => void): Ring[][] => {
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? listOf(geometry.coordinates)
        : [];
  return listOf(polygons).map((polygon) =>
    listOf(polygon).map((ring) => {
      const positions = listOf(ring);
      count(positions.length);
      const points = positions.map(positionOf);
      const [first, last] = [points[0], points.at(-1)];
      if (points.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
        throw new Refusal('open-ring');
      return points;
    }),
  );
};

const positionOf = (value: unknown): [number, number] => {
  const [longitude, latitude] = listOf(value);
  if (typeof longitude !== 'number' || typeof latitude !== 'number') throw new Refusal('not-boundaries');
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) throw new Refusal('wrong-coordinates');
  const { west, east, south, north } = PROVINCE_BOX;
  if (
    longitude < west - SLACK ||
    longitude > east + SLACK ||
    latitude < south - SLACK ||
    latitude > north + SLACK
  )
    throw new Refusal('outside-province');
  return [rounded(longitude), rounded(latitude)];
};

/** Six places, a tenth of a metre: what the ledger keeps. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
