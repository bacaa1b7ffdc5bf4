import type { PersonView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant } from '../../shell/format';
import { ProblemState } from '../../shell/problem-state';
import { useRegions } from '../../shell/regions';
import { useSession } from '../../shell/session-context';
import { Dialog } from '../../ui/dialog';
import { Facts } from '../../ui/facts';
import { Skeleton } from '../../ui/skeleton';
import { EditPerson } from './edit-person';
import type { FreshPassword } from './password-dialog';
import styles from './people.module.css';
import { LastSignIn, PersonStateTag } from './person-state';
import { usePerson } from './queries';

interface PersonDialogProps {
  readonly id: number;
  readonly onPassword: (fresh: FreshPassword) => void;
  readonly onClose: () => void;
}

/** One account: what is known of it, and what may be done with it. One's own is only looked at. */
export const PersonDialog = ({ id, onPassword, onClose }: PersonDialogProps) => {
  const { t } = useTranslation();
  const own = useSession().person.id === id;
  const { data: person, error, refetch } = usePerson(id);
  if (person && !own)
    return (
      <EditPerson person={person} onPassword={onPassword} onClose={onClose}>
        <PersonFacts person={person} />
      </EditPerson>
    );
  return (
    <Dialog
      open
      look="side"
      title={person ? t('people.one', { username: person.username }) : t('people.title')}
      onClose={onClose}
    >
      {error && !person && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!person && !error && <Skeleton lines={6} />}
      {person && (
        <>
          <p className={styles.note}>
            {t('people.own.help')} <Link to="/password">{t('people.own.password')}</Link>
          </p>
          <PersonFacts person={person} whole />
        </>
      )}
    </Dialog>
  );
};

interface PersonFactsProps {
  readonly person: PersonView;
  /** Name, role and division too, where no form shows them. */
  readonly whole?: boolean;
}

const PersonFacts = ({ person, whole = false }: PersonFactsProps) => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const post = [
    { label: t('people.column.name'), value: person.name },
    { label: t('people.column.role'), value: t(`labels.role.${person.role}`) },
    { label: t('people.column.region'), value: nameOf(person.regionCode) },
    { label: t('people.column.email'), value: person.email ?? t('format.none') },
  ];
  return (
    <Facts
      facts={[
        ...(whole ? post : []),
        {
          label: t('people.column.state'),
          value: (
            <>
              <PersonStateTag {...person} />{' '}
              {person.lockedUntil && t('people.lockedUntil', { when: formatInstant(person.lockedUntil) })}
            </>
          ),
        },
        { label: t('people.column.lastSignIn'), value: <LastSignIn {...person} /> },
        { label: t('people.column.created'), value: formatInstant(person.createdAt) },
        ...(person.mustChangePassword
          ? [{ label: t('people.password.label'), value: t('people.password.given') }]
          : []),
      ]}
    />
  );
};
