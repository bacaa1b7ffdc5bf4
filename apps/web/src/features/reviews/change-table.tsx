import type { SubmissionView } from '@qingshan/contracts';
import { Changes } from '../../shell/changes';
import type { FieldWords } from './words';

interface ChangeTableProps {
  readonly changes: SubmissionView['drift'];
  readonly words: FieldWords;
}

/** What is different between what was submitted and something else: of the mine, its patches and its papers. */
export const ChangeTable = ({ changes, words: { label, text } }: ChangeTableProps) => (
  <Changes
    changes={changes.map(({ of, name, field, before, after }) => ({
      key: `${of}-${name}-${field}`,
      label: [name, label(field, of === 'patch' ? 'patch' : 'mine')].filter(Boolean).join(' · '),
      before: text(field, before),
      after: text(field, after),
    }))}
  />
);
