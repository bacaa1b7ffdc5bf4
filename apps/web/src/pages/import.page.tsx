import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { stepOf } from '../features/imports/address';
import { Outcome } from '../features/imports/apply/outcome';
import { Writing } from '../features/imports/apply/writing';
import { Checked } from '../features/imports/check/checked';
import { ImportActions } from '../features/imports/import-actions';
import { useImportAbout } from '../features/imports/import-about';
import { ColumnsStep } from '../features/imports/mapping/columns-step';
import { ReadingPanel } from '../features/imports/mapping/reading-panel';
import { Notes } from '../features/imports/notes';
import { useImport } from '../features/imports/queries';
import { StateTag } from '../features/imports/state-tag';
import { Steps } from '../features/imports/steps';
import { useFieldLabel, useFieldText } from '../features/mines/field-text';
import { listAddress } from '../features/mines/list/list-query';
import { ProblemState } from '../shell/problem-state';
import { useRegions } from '../shell/regions';
import { useSession } from '../shell/session-context';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';

/** One ledger on its way in: columns, check, writing. What it is waiting for, the server says; where one looks, the address. */
export const ImportPage = () => {
  const { t } = useTranslation();
  const id = Number(useParams().id);
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const { data: view, error, refetch } = useImport(id);
  const about = useImportAbout();
  const mine = { label: useFieldLabel(), text: useFieldText() };
  const waitingTo = useWaitingAddress();
  const crumbs = [{ label: t('imports.title'), to: '/imports' }];

  if (!view)
    return (
      <Page title={t('imports.title')} crumbs={crumbs}>
        {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
      </Page>
    );
  const step = stepOf(view, address);
  const finished = view.state === 'done';
  return (
    <Page
      title={view.fileName}
      crumbs={crumbs}
      summary={
        <>
          <StateTag state={view.state} /> {about(view)}
        </>
      }
      actions={<ImportActions view={view} step={step} />}
    >
      <Steps step={step} finished={finished} />
      {step === 'writing' &&
        (view.state === 'applying' || view.state === 'undoing' ? (
          <Writing view={view} />
        ) : (
          <Outcome
            view={view}
            minesTo={listAddress({ sort: '-updatedAt' })}
            waitingTo={waitingTo}
            unwrittenTo={`/imports/${view.id}?show=unwritten`}
            keptTo={`/imports/${view.id}?show=kept`}
          />
        ))}
      {step === 'mapping' && (
        <ReadingPanel key={`${view.sheet}:${view.encoding}:${view.headerRow}`} view={view} />
      )}
      {step !== 'writing' && <Notes notes={view.notes} />}
      {step === 'mapping' ? (
        <ColumnsStep view={view} onChecked={() => void navigate(`/imports/${view.id}`)} />
      ) : (
        view.counts && <Checked view={view} counts={view.counts} mine={mine} />
      )}
    </Page>
  );
};

/** The ledger of what waits to be assigned, for who reaches it: the province. */
const useWaitingAddress = (): string | null => {
  const { regions } = useRegions();
  const { regionCode } = useSession().person;
  const waiting = regions.find(({ level }) => level === 'unassigned');
  return waiting?.parentCode === regionCode ? listAddress({ region: [waiting.code] }) : null;
};
