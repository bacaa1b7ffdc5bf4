import type { TrailEntry } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../shell/format';
import { Card, Cards } from '../../ui/cards';
import type { EntryWords } from './entry-words';
import { Outcome, Who } from './outcome';

interface TrailCardsProps {
  readonly entries: readonly TrailEntry[];
  readonly words: EntryWords;
  readonly onOpen: (entry: TrailEntry) => void;
}

/** The trail where a grid has no room. */
export const TrailCards = ({ entries, words, onOpen }: TrailCardsProps) => {
  const { t } = useTranslation();
  return (
    <Cards label={t('trail.title')}>
      {entries.map((entry) => (
        <Card
          key={entry.id}
          title={words.action(entry)}
          tag={<Outcome {...entry} />}
          lines={[
            <>
              {formatMoment(entry.recordedAt)} · <Who {...entry} />
            </>,
            [entry.subject, entry.address].filter(Boolean).join(' · '),
            words.summary(entry),
          ]}
          onOpen={() => onOpen(entry)}
        />
      ))}
    </Cards>
  );
};
