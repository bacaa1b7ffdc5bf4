/** CGCS2000's ellipsoid and the Krüger series in its third flattening: a tenth of a millimetre within a zone. */
const SEMI_MAJOR = 6_378_137;
const FLATTENING = 1 / 298.257222101;
const N = FLATTENING / (2 - FLATTENING);
const RADIUS = (SEMI_MAJOR / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
const BETA = [
  N / 2 - (2 / 3) * N ** 2 + (37 / 96) * N ** 3 - N ** 4 / 360,
  N ** 2 / 48 + N ** 3 / 15 - (437 / 1440) * N ** 4,
  (17 / 480) * N ** 3 - (37 / 840) * N ** 4,
  (4397 / 161280) * N ** 4,
];
const DELTA = [
  2 * N - (2 / 3) * N ** 2 - 2 * N ** 3 + (116 / 45) * N ** 4,
  (7 / 3) * N ** 2 - (8 / 5) * N ** 3 - (227 / 45) * N ** 4,
  (56 / 15) * N ** 3 - (136 / 35) * N ** 4,
  (4279 / 630) * N ** 4,
];
const FALSE_EASTING = 500_000;
const DEGREES = 180 / Math.PI;

/** Degrees from a Gauss–Krüger easting without its zone and a northing, both in metres. */
const degreesOfGaussKrueger = (
  easting: number,
  northing: number,
  centralMeridian: number,
): { readonly longitude: number; readonly latitude: number } => {
  const xi = northing / RADIUS;
  const eta = (easting - FALSE_EASTING) / RADIUS;
  let [xiSphere, etaSphere] = [xi, eta];
  for (const [index, beta] of BETA.entries()) {
    const twice = 2 * (index + 1);
    xiSphere -= beta * Math.sin(twice * xi) * Math.cosh(twice * eta);
    etaSphere -= beta * Math.cos(twice * xi) * Math.sinh(twice * eta);
  }
  const chi = Math.asin(Math.sin(xiSphere) / Math.cosh(etaSphere));
  const latitude = DELTA.reduce((sum, delta, index) => sum + delta * Math.sin(2 * (index + 1) * chi), chi);
  return {
    longitude: centralMeridian + Math.atan2(Math.sinh(etaSphere), Math.cos(xiSphere)) * DEGREES,
    latitude: latitude * DEGREES,
  };
};

/** Zones of three degrees that Jiangxi lies in, EPSG:4526 and 4527: their number leads the easting (practice.md §5). */
const ZONES: Readonly<Record<string, number>> = { '38': 114, '39': 117 };
const EASTING = /^(3[89])(\d{6}(?:\.\d+)?)$/;
const NORTHING = /^[23]\d{6}(?:\.\d+)?$/;

/**
 * Degrees of two cells in metres, whichever of them is the easting: Chinese surveys call the northing X. Null where the zone is
 * not told: the same figures would be two places 300 km apart.
 */
export const degreesOfZoned = (
  first: string,
  second: string,
): { readonly longitude: string; readonly latitude: string } | null => {
  const [east, north] = EASTING.test(first) ? [first, second] : [second, first];
  const [, zone = '', easting = ''] = EASTING.exec(east) ?? [];
  const meridian = ZONES[zone];
  if (meridian === undefined || !NORTHING.test(north)) return null;
  const { longitude, latitude } = degreesOfGaussKrueger(Number(easting), Number(north), meridian);
  return { longitude: longitude.toFixed(6), latitude: latitude.toFixed(6) };
};
