import type { SavedView } from '@qingshan/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../../ui/button';
import { classNames } from '../../../ui/class-names';
import { filtersIn } from '../list/list-query';
import type { View } from '../list/view-settings';
import type { MinesQuery } from '../queries';
import { queryOf, useCurrentView, useViews } from './queries';
import styles from './view-tabs.module.css';

const SaveViewDialog = lazy(async () => ({
  default: (await import('./save-view-dialog')).SaveViewDialog,
}));

interface ViewTabsProps {
  readonly query: MinesQuery;
  /** The columns the page shows, where it shows any. */
  readonly columns?: View;
  /** Of the page that shows them: a view leads to a list or a map, as one looks at it now. */
  readonly addressOf: (query: Partial<MinesQuery>) => string;
}

/** Filters kept under a name, one press away; the one in force is marked, a new one can be kept. */
export const ViewTabs = ({ query, columns, addressOf }: ViewTabsProps) => {
  const { t } = useTranslation();
  const { data } = useViews();
  const [editing, setEditing] = useState<SavedView | 'new' | null>(null);
  const views = data?.views ?? [];
  const here = addressOf({ ...query, page: 1, pageSize: 50 });
  const current = useCurrentView(query);
  const tab = (to: string, words: string, title?: string) => (
    <Link
      to={to}
      title={title}
      aria-current={to === here ? 'true' : undefined}
      className={classNames(styles.tab, to === here && styles.current)}
    >
      {words}
    </Link>
  );
  return (
    <nav className={styles.tabs} aria-label={t('mines.views.label')} data-print="no">
      {tab(addressOf({}), t('mines.views.all'))}
      {views.map((view) => (
        <span key={view.id}>
          {tab(
            addressOf(queryOf(view)),
            view.name,
            view.own ? undefined : t('mines.views.by', { name: view.personName }),
          )}
        </span>
      ))}
      {current?.own && (
        <Button look="quiet" size="small" onClick={() => setEditing(current)}>
          {t('mines.views.edit')}
        </Button>
      )}
      {!current && filtersIn(query).length > 0 && (
        <Button look="quiet" size="small" icon="plus" onClick={() => setEditing('new')}>
          {t('mines.views.save')}
        </Button>
      )}
      {editing && (
        <Suspense>
          <SaveViewDialog
            view={editing === 'new' ? undefined : editing}
            query={query}
            columns={columns}
            onClose={() => setEditing(null)}
          />
        </Suspense>
      )}
    </nav>
  );
};
