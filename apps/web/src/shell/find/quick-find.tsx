import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Dialog } from '../../ui/dialog';
import { Finder, type FinderGroup, type FinderOption } from '../../ui/finder';
import { Icon } from '../../ui/icon';
import { Key } from '../../ui/key';
import { EmptyState } from '../../ui/states';
import { formatCount } from '../format';
import { ProblemState } from '../problem-state';
import { useRegions } from '../regions';
import { StageTag } from '../stage-tag';
import { useFoundMines } from './found-mines';
import { pageCommands } from './page-commands';
import styles from './quick-find.module.css';
import { matches, useActs, usePages, type Command } from './use-commands';

interface QuickFindProps {
  readonly onHelp: () => void;
  readonly onClose: () => void;
}

/** Ctrl+K: a mine by its number or name, a page, or something to do. */
export const QuickFind = ({ onHelp, onClose }: QuickFindProps) => {
  const { t } = useTranslation();
  return (
    <Dialog open title={t('shell.find.title')} onClose={onClose}>
      <Find onHelp={onHelp} onClose={onClose} />
    </Dialog>
  );
};

const Find = ({ onHelp, onClose }: QuickFindProps) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { nameOf } = useRegions();
  const [here] = useState(pageCommands);
  const pages = usePages();
  const acts = useActs(onHelp);
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const { page, error, waiting, refetch } = useFoundMines(text);
  const total = page?.total ?? 0;

  const option = (id: string, content: FinderOption['content'], run: () => void): FinderOption => ({
    id,
    content,
    onPick: () => {
      onClose();
      run();
    },
  });
  const commands = (all: readonly Command[]) =>
    all
      .filter(({ words }) => matches(words, text))
      .map(({ id, icon, words, keys = [], run }) =>
        option(
          id,
          <>
            <Icon name={icon} size={16} />
            <span className={styles.words}>{words}</span>
            <span aria-hidden="true" className={styles.keys}>
              {keys.map((key) => (
                <Key key={key}>{key}</Key>
              ))}
            </span>
          </>,
          run,
        ),
      );
  const mines = (page?.rows ?? []).map(({ id, name, number, regionCode, stage }) =>
    option(
      `mine-${id}`,
      <>
        <Icon name="ledger" size={16} />
        <span className={styles.words}>
          {name}
          <span className={styles.where}>{[number, nameOf(regionCode)].join(' · ')}</span>
        </span>
        <StageTag stage={stage} />
      </>,
      () => void navigate(`/mines/${id}`),
    ),
  );
  const all = option(
    'all',
    <>
      <Icon name="search" size={16} />
      <span className={styles.words}>{t('shell.find.all', { value: formatCount(total) })}</span>
    </>,
    () => void navigate(`/mines?${new URLSearchParams({ q: text }).toString()}`),
  );
  const groups: FinderGroup[] = [
    { id: 'here', label: t('shell.find.here'), options: commands(here) },
    { id: 'pages', label: t('shell.find.pages'), options: commands(pages) },
    { id: 'acts', label: t('shell.find.acts'), options: commands(acts) },
    {
      id: 'mines',
      label: t('shell.find.mines'),
      options: total > mines.length ? [...mines, all] : mines,
    },
  ];
  const count = groups.reduce((sum, { options }) => sum + options.length, 0);
  const nothing = !waiting && !error && count === 0;
  return (
    <Finder
      label={t('shell.find.label')}
      listLabel={t('shell.find.found')}
      text={typed}
      onText={setTyped}
      groups={groups}
      waiting={waiting}
    >
      <p role="status" className={waiting ? styles.status : 'visually-hidden'}>
        {waiting ? t('shell.find.waiting') : t('shell.find.count', { count })}
      </p>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {nothing && <EmptyState title={t('shell.find.none', { text })}>{t('shell.find.noneHelp')}</EmptyState>}
    </Finder>
  );
};
