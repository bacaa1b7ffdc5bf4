import { metresBetween, type Position } from './distance';

const SEMI_MAJOR = 6_378_245;
const ECCENTRICITY = 0.006_693_421_622_965_943;
const RADIANS = Math.PI / 180;

const waves = (x: number): number => 20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI);
/** Where the maps of phones show a place: GCJ-02 moves it by some hundred metres, by a rule that is public by now. */
export const asOnPhones = ({ longitude, latitude }: Position): Position => {
  const [x, y] = [longitude - 105, latitude - 35];
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    (2 / 3) *
      (waves(x) +
        20 * Math.sin(y * Math.PI) +
        40 * Math.sin((y / 3) * Math.PI) +
        160 * Math.sin((y / 12) * Math.PI) +
        320 * Math.sin((y * Math.PI) / 30));
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    (2 / 3) *
      (waves(x) +
        20 * Math.sin(x * Math.PI) +
        40 * Math.sin((x / 3) * Math.PI) +
        150 * Math.sin((x / 12) * Math.PI) +
        300 * Math.sin((x / 30) * Math.PI));
  const sine = Math.sin(latitude * RADIANS);
  const magic = 1 - ECCENTRICITY * sine * sine;
  const meridian = ((SEMI_MAJOR * (1 - ECCENTRICITY)) / (magic * Math.sqrt(magic))) * RADIANS;
  const parallel = (SEMI_MAJOR / Math.sqrt(magic)) * Math.cos(latitude * RADIANS) * RADIANS;
  return { longitude: longitude + east / parallel, latitude: latitude + north / meridian };
};

/** Nearer to where a phone would show it than this, and farther than that from where it is. */
const AS_SHOWN_METRES = 60;
const MOVED_METRES = 150;

/** Whether a new place of something known is only the old one as a phone shows it (practice.md §5, the 600 m error). */
export const looksShifted = (known: Position, told: Position): boolean =>
  metresBetween(known, told) > MOVED_METRES && metresBetween(asOnPhones(known), told) < AS_SHOWN_METRES;
