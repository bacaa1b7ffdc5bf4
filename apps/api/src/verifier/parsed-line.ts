import { NoPackage } from './trusted-keys';

/** A line of what was handed in; whether it has the fields it should, only a look at each can tell. */
export const parsedLine = <Line extends object>(text: string, number: number): Line => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Line;
  } catch {
    // Told below.
  }
  throw new NoPackage(`line ${number} is no JSON`);
};
