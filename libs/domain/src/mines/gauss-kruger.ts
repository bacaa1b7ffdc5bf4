/** CGCS2000: an ellipsoid that differs from WGS 84's by a tenth of a millimetre. */
const RADIUS = 6_378_137;
const FLATTENING = 1 / 298.257222101;
const FALSE_EASTING = 500_000;

const N = FLATTENING / (2 - FLATTENING);
const MERIDIAN_RADIUS = (RADIUS / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
const SERIES = [
  N / 2 - (2 / 3) * N ** 2 + (5 / 16) * N ** 3,
  (13 / 48) * N ** 2 - (3 / 5) * N ** 3,
  (61 / 240) * N ** 3,
] as const;
const ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Central meridian of EPSG:4548, CGCS2000 / 3-degree Gauss-Kruger CM 117E. */
export const MERIDIAN_OF_4548 = 117;

export interface Metres {
  readonly easting: number;
  readonly northing: number;
}

/**
 * Degrees on CGCS2000 as metres of a Gauss-Kruger zone without a zone number, by Krüger's series: within a millimetre as far
 * as four degrees from the meridian, which is more than the province is wide.
 */
export const toGaussKruger = (longitude: number, latitude: number, meridian: number): Metres => {
  const [east, north] = [radians(longitude - meridian), radians(latitude)];
  const sine = Math.sin(north);
  const conformal = Math.sinh(Math.atanh(sine) - ECCENTRICITY * Math.atanh(ECCENTRICITY * sine));
  const xi = Math.atan2(conformal, Math.cos(east));
  const eta = Math.atanh(Math.sin(east) / Math.hypot(1, conformal));
  const corrected = SERIES.reduce(
    ([x, y], factor, index) => {
      const times = 2 * (index + 1);
      return [
        x + factor * Math.sin(times * xi) * Math.cosh(times * eta),
        y + factor * Math.cos(times * xi) * Math.sinh(times * eta),
      ] as const;
    },
    [xi, eta] as readonly [number, number],
  );
  return {
    northing: MERIDIAN_RADIUS * corrected[0],
    easting: FALSE_EASTING + MERIDIAN_RADIUS * corrected[1],
  };
};
