import type { SubmissionView } from '@qingshan/contracts';
import type { Tone } from '../../ui/mark';

/** How fields are called and written: the page brings it from the mines. */
export interface FieldWords {
  readonly label: (field: string, of?: 'mine' | 'patch') => string;
  readonly text: (field: string, value: unknown) => string;
}

export const STATE_TONES: Record<SubmissionView['state'], Tone> = {
  pending: 'azurite',
  returned: 'clay',
  approved: 'malachite',
  withdrawn: 'stone',
};
