import type { ExportFile, ExportView } from '@qingshan/contracts';
import { STAGES } from '@qingshan/domain';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format';
import { KnownAtInput } from '../../shell/known-at-input';
import { dayLookedAt } from '../../shell/known-moment';
import { asProblem, useSentence } from '../../shell/problem';
import { useSession } from '../../shell/session-context';
import { StageMark } from '../../shell/stage-tag';
import { useWriting } from '../../shell/written';
import { Button } from '../../ui/button';
import { Chips } from '../../ui/chips';
import { endOfLastMonth } from '../../ui/form/day';
import { DayPick } from '../../ui/form/day-pick';
import { Panel } from '../../ui/page';
import { filterOf, type ExportsQuery } from './exports-address';
import { FormatChoice } from './format-choice';
import styles from './new-export.module.css';
import { useDelivery, useExportSize, useMakeExport } from './queries';

interface NewExportProps {
  readonly query: ExportsQuery;
  readonly onChange: (change: Partial<ExportsQuery>) => void;
  /** Where one division of several can be chosen, the control for it. */
  readonly regionChooser?: ReactNode;
}

/** Day, division and stages; how much that comes to; and a file of exactly that. */
export const NewExport = ({ query, onChange, regionChooser }: NewExportProps) => {
  const { t } = useTranslation();
  const { today } = useSession();
  const filter = filterOf(query, today);
  const { data, error, isPlaceholderData } = useExportSize(filter);
  const [file, setFile] = useState<ExportFile>({ format: 'csv' });
  const [made, setMade] = useState<ExportView | null>(null);
  const makeExport = useMakeExport((view) => setMade(view.state === 'making' ? view : null));
  useDelivery(made, () => setMade(null));
  return (
    <Panel title={t('exports.new.title')}>
      <div className={styles.form}>
        <div className={styles.row}>
          <Part label={t('exports.new.asOf')}>
            <DayPick
              aria-label={t('exports.new.asOf')}
              value={dayLookedAt(filter, today)}
              max={today}
              shortcuts={[
                { label: t('format.today'), day: today },
                { label: t('format.lastMonthEnd'), day: endOfLastMonth(today) },
              ]}
              onPick={(day) =>
                onChange({ asOf: day === today && query.knownAt === undefined ? undefined : day })
              }
            />
          </Part>
          <Part label={t('past.knownAt')}>
            <KnownAtInput value={query.knownAt} onPick={(knownAt) => onChange({ knownAt })} />
          </Part>
          {regionChooser && <Part label={t('exports.new.region')}>{regionChooser}</Part>}
        </div>
        <Part label={t('exports.new.stages')} help={t('exports.new.stagesHelp')}>
          <Chips
            label={t('exports.new.stages')}
            options={STAGES.map((stage) => ({
              value: stage,
              label: t(`labels.stage.${stage}`),
              mark: <StageMark stage={stage} />,
            }))}
            selected={query.stage ?? []}
            onChange={(stage) => onChange({ stage })}
          />
        </Part>
        <FormatChoice value={file} onChange={setFile} />
        <div className={styles.end}>
          <Button
            look="primary"
            icon="download"
            disabled={!data || isPlaceholderData || data.total === 0}
            busy={makeExport.isPending}
            onClick={() => makeExport.mutate({ filter, file })}
          >
            {t('exports.new.make', { count: data?.total ?? 0, value: formatCount(data?.total ?? 0) })}
          </Button>
          <p className={styles.size} role="status">
            <Size error={error ?? makeExport.error} page={data} />
          </p>
        </div>
      </div>
    </Panel>
  );
};

interface PartProps {
  readonly label: string;
  readonly help?: string;
  readonly children: ReactNode;
}

/** The controls carry their names themselves. */
const Part = ({ label, help, children }: PartProps) => (
  <div className={styles.part}>
    <span aria-hidden="true" className={styles.label}>
      {label}
    </span>
    {children}
    {help && <span className={styles.help}>{help}</span>}
  </div>
);

interface SizeProps {
  readonly error: Error | null;
  readonly page: ReturnType<typeof useExportSize>['data'];
}

const Size = ({ error, page }: SizeProps) => {
  const { t } = useTranslation();
  const { mines, headlineArea } = useWriting();
  const sentence = useSentence();
  if (error) return <span className={styles.problem}>{sentence(asProblem(error))}</span>;
  if (!page) return null;
  if (page.total === 0) return t('exports.new.nothing');
  return t('exports.new.size', {
    mines: t('format.amount', mines(page.total)),
    area: t('format.amount', headlineArea(page.damagedSquareMetres)),
  });
};
