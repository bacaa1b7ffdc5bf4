export interface Position {
  readonly longitude: number;
  readonly latitude: number;
}

const METRES_A_DEGREE = 111_320;

/** Metres between two places of one province: the earth is flat for this. */
export const metresBetween = (one: Position, other: Position): number => {
  const north = (one.latitude - other.latitude) * METRES_A_DEGREE;
  const middle = ((one.latitude + other.latitude) / 2) * (Math.PI / 180);
  const east = (one.longitude - other.longitude) * METRES_A_DEGREE * Math.cos(middle);
  return Math.hypot(north, east);
};

export const positionOf = (place: {
  readonly longitude?: string | null;
  readonly latitude?: string | null;
}): Position | null =>
  place.longitude && place.latitude
    ? { longitude: Number(place.longitude), latitude: Number(place.latitude) }
    : null;
