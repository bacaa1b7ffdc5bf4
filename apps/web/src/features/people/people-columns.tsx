import type { PersonView } from '@qingshan/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegions } from '../../shell/regions';
import { useSession } from '../../shell/session-context';
import type { GridColumn } from '../../ui/grid/column';
import { LastSignIn, PersonStateTag } from './person-state';

/** Columns of the list; their ids are the contract's sorts. */
export const usePeopleColumns = (): readonly GridColumn<PersonView>[] => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const own = useSession().person.id;
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('people.column.name'),
        cell: ({ id, name }) => (id === own ? t('people.you', { name }) : name),
        width: 150,
        grow: 2,
        sortable: true,
      },
      {
        id: 'username',
        header: t('people.column.username'),
        cell: ({ username }) => username,
        width: 140,
        grow: 1,
        sortable: true,
      },
      {
        id: 'role',
        header: t('people.column.role'),
        cell: ({ role }) => t(`labels.role.${role}`),
        width: 170,
        grow: 1,
        sortable: true,
      },
      {
        id: 'regionCode',
        header: t('people.column.region'),
        cell: ({ regionCode }) => nameOf(regionCode),
        width: 140,
        grow: 1,
        sortable: true,
      },
      {
        id: 'state',
        header: t('people.column.state'),
        cell: (person) => <PersonStateTag {...person} />,
        width: 120,
        sortable: true,
      },
      {
        id: 'lastSignInAt',
        header: t('people.column.lastSignIn'),
        cell: (person) => <LastSignIn {...person} />,
        width: 150,
        sortable: true,
      },
    ],
    [t, nameOf, own],
  );
};
