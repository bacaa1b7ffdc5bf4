/** A pattern that finds a word as a part of a text, whatever signs are in it. */
export const likePattern = (word: string): string => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
