import type { SubmissionView } from '@qingshan/contracts';
import { Changes } from '../../shell/changes';
import type { FieldWords } from './words';

interface ChangeTableProps {
  readonly changes: SubmissionView['drift'];
  readonly words: FieldWords;
}

/** What is different between what was submitted and something else: of the mine, its patches, its papers and its steps. */
export const ChangeTable = ({ changes, words: { label, text } }: ChangeTableProps) => (
  <Changes
    changes={changes.map(({ of, name, field, before, after }) => ({
      key: `${of}-${name}-${field}`,
      label:
        of === 'step'
          ? label(`${name}.${field}`)
          : [name, label(field, of === 'patch' ? 'patch' : 'mine')].filter(Boolean).join(' · '),
      before: text(field, before),
      after: text(field, after),
    }))}
  />
);
