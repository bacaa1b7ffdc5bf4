import type { ImportView } from '@qingshan/contracts';

/** Nothing proves the encoding: a person looks at the words before they are checked. */
export const isEncodingGuessed = ({ notes }: Pick<ImportView, 'notes'>): boolean =>
  notes.some(({ code }) => code === 'encoding-guessed');
