/** Jiangxi's bounding box in CGCS2000 degrees, slightly padded (practice.md §5). */
export const PROVINCE_BOX = { west: 113.57, east: 118.49, south: 24.48, north: 30.09 } as const;

/** Degrees with up to six places. */
export const DEGREES = /^-?\d{1,3}(?:\.\d{1,6})?$/;

/** K09: whether a point lies inside the province's box. A missing half is outside. */
export const insideProvinceBox = (longitude: string | null, latitude: string | null): boolean => {
  if (longitude === null || latitude === null) return false;
  const [x, y] = [Number(longitude), Number(latitude)];
  return (
    x >= PROVINCE_BOX.west && x <= PROVINCE_BOX.east && y >= PROVINCE_BOX.south && y <= PROVINCE_BOX.north
  );
};

/** K09: whether the two look exchanged, longitude in the latitude's place. */
export const looksSwapped = (longitude: string | null, latitude: string | null): boolean =>
  !insideProvinceBox(longitude, latitude) && insideProvinceBox(latitude, longitude);
