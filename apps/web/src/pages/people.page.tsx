import { PEOPLE_SORTS, type PersonView } from '@qingshan/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { NewPersonDialog } from '../features/people/new-person-dialog';
import { PasswordDialog, type FreshPassword } from '../features/people/password-dialog';
import {
  peopleAddress,
  readOverPeople,
  readPeople,
  type OverPeople,
} from '../features/people/people-address';
import { PeopleCards } from '../features/people/people-cards';
import { usePeopleColumns } from '../features/people/people-columns';
import { isFiltered, PeopleFilters } from '../features/people/people-filters';
import { PersonDialog } from '../features/people/person-dialog';
import { usePeople, type PeopleQuery } from '../features/people/queries';
import { addressNow } from '../shell/address';
import { ProblemState } from '../shell/problem-state';
import { Button, ButtonLink } from '../ui/button';
import { DataGrid } from '../ui/grid/data-grid';
import { gridSort, sortText } from '../ui/grid/column';
import { Page } from '../ui/page';
import { Pager } from '../ui/pager';
import { Skeleton } from '../ui/skeleton';
import { EmptyState } from '../ui/states';
import { useMedia, WITHOUT_SIDEBAR } from '../ui/use-media';

/** Who may sign in, as what and for which division. The address says which accounts, and which lies open. */
export const PeoplePage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const narrow = useMedia(WITHOUT_SIDEBAR);
  const columns = usePeopleColumns();
  const [fresh, setFresh] = useState<FreshPassword | null>(null);
  const query = readPeople(address);
  const over = readOverPeople(address);
  const { data, error, isFetching, refetch } = usePeople(query);

  const go = (next: Partial<PeopleQuery>, what: OverPeople = null) =>
    void navigate(peopleAddress(next, what));
  // Of two quick changes the second adds to the first, though the page has not drawn it yet.
  const change = (next: Partial<PeopleQuery>) => go({ ...readPeople(addressNow()), page: 1, ...next });
  const clear = () => go({ sort: query.sort, pageSize: query.pageSize });
  const open = ({ id }: PersonView) => go(query, id);
  const close = () => go(query);

  const failure = error && !data && <ProblemState error={error} onRetry={() => void refetch()} />;
  const nothing = (
    <EmptyState icon="people" title={t('people.none')}>
      {isFiltered(query) && <Button onClick={clear}>{t('people.filter.clear')}</Button>}
    </EmptyState>
  );
  const footer = data && data.total > 0 && (
    <Pager
      page={query.page}
      pageSize={query.pageSize}
      total={data.total}
      onChange={(to) => go({ ...query, ...to })}
    />
  );
  return (
    <Page
      layout="fill"
      title={t('people.title')}
      summary={t('people.help')}
      actions={
        <ButtonLink look="primary" icon="plus" to={peopleAddress(query, 'new')}>
          {t('people.new.open')}
        </ButtonLink>
      }
    >
      <PeopleFilters query={query} onChange={change} onClear={clear} />
      {narrow ? (
        <>
          {failure}
          {!data && !error && <Skeleton lines={8} />}
          {data?.total === 0 && nothing}
          {data && <PeopleCards people={data.people} onOpen={open} />}
          {footer}
        </>
      ) : (
        <DataGrid
          label={t('people.title')}
          columns={columns}
          rows={data?.people}
          rowId={({ id }) => String(id)}
          openedId={typeof over === 'number' ? String(over) : undefined}
          total={data?.total}
          offset={(query.page - 1) * query.pageSize}
          sort={gridSort(query.sort)}
          onSort={(sort) => change({ sort: sortText(PEOPLE_SORTS, sort) })}
          onOpen={open}
          refreshing={isFetching}
          error={failure}
          empty={nothing}
          footer={footer}
        />
      )}
      {over === 'new' && (
        <NewPersonDialog
          onMade={(made) => {
            close();
            setFresh(made);
          }}
          onClose={close}
        />
      )}
      {typeof over === 'number' && (
        <PersonDialog key={over} id={over} onPassword={setFresh} onClose={close} />
      )}
      {fresh && <PasswordDialog fresh={fresh} onClose={() => setFresh(null)} />}
    </Page>
  );
};
