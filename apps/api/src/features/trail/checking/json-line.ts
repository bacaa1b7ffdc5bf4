/** A value of a file that has one a line. */
export const jsonLine = (value: object): string => `${JSON.stringify(value)}\n`;
