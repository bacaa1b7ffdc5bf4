import { LEDGER_ENCODINGS, type ImportView } from '@qingshan/contracts';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Choose, TextInput } from '../../../ui/form/inputs';
import { Panel } from '../../../ui/page';
import { useReread, type Reading } from '../queries';
import { useFileRefusal } from '../refusal-text';
import { isEncodingGuessed } from './encoding-guessed';
import styles from './reading-panel.module.css';

/** How the file was read, and the way to have it read otherwise: another sheet, encoding or header row. */
export const ReadingPanel = ({ view }: { readonly view: ImportView }) => {
  const { t } = useTranslation();
  const refusal = useFileRefusal();
  const reread = useReread(view.id);
  const [asked, setAsked] = useState<Reading>({});
  const header = asked.headerRow ?? String(view.headerRow);
  const guessed = isEncodingGuessed(view);
  const run = (reading: Reading) => reread.mutate(reading, { onSuccess: () => setAsked({}) });
  const isOther = Object.keys(asked).length > 0;
  return (
    <Panel title={t('imports.reading.title')}>
      <form
        className={styles.reading}
        onSubmit={(event) => {
          event.preventDefault();
          run(asked);
        }}
      >
        {view.sheets.length > 1 && (
          <Labelled label={t('imports.reading.sheet')}>
            {(id) => (
              <Choose
                id={id}
                value={asked.sheet ?? view.sheet ?? ''}
                choices={view.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
                // The header of one sheet says nothing of another's.
                onChange={({ target }) => setAsked({ sheet: target.value })}
              />
            )}
          </Labelled>
        )}
        {view.encoding !== null && (
          <Labelled label={t('imports.reading.encoding')}>
            {(id) => (
              <Choose
                id={id}
                value={asked.encoding ?? view.encoding ?? ''}
                choices={[...new Set([...LEDGER_ENCODINGS, String(view.encoding)])].map((value) => ({
                  value,
                  label: value.toUpperCase(),
                }))}
                onChange={({ target }) => setAsked({ ...asked, encoding: target.value })}
              />
            )}
          </Labelled>
        )}
        <Labelled label={t('imports.reading.headerRow')}>
          {(id) => (
            <TextInput
              id={id}
              inputMode="numeric"
              className={styles.row}
              value={header}
              onChange={({ target }) =>
                setAsked({ ...asked, headerRow: target.value.replace(/\D/g, '').slice(0, 6) })
              }
            />
          )}
        </Labelled>
        <Button type="submit" disabled={!isOther} busy={reread.isPending && isOther}>
          {t('imports.reading.again')}
        </Button>
        {guessed && !isOther && (
          <Button
            look="primary"
            icon="check"
            busy={reread.isPending}
            onClick={() => run({ encoding: view.encoding ?? undefined })}
          >
            {t('imports.reading.confirm', { encoding: view.encoding?.toUpperCase() })}
          </Button>
        )}
      </form>
      {reread.error && (
        <p role="alert" className={styles.refused}>
          {refusal(reread.error)}
        </p>
      )}
    </Panel>
  );
};

const Labelled = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}) => {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
};
