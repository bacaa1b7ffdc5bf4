import type { TrailEntry } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/mark';

/** What was refused must not be overlooked; what was done is said quietly. */
export const Outcome = ({ outcome }: Pick<TrailEntry, 'outcome'>) => {
  const { t } = useTranslation();
  return outcome === 'refused' ? (
    <Tag tone="cinnabar" shape="barred">
      {t('trail.outcome.refused')}
    </Tag>
  ) : (
    t('trail.outcome.done')
  );
};

/** Who did it: the name, and the user name that no two people share. */
export const Who = ({
  personName,
  username,
  action,
}: Pick<TrailEntry, 'personName' | 'username' | 'action'>) => {
  const { t } = useTranslation();
  if (personName !== null) return t('trail.who', { name: personName, username });
  return t(action.startsWith('session.') ? 'trail.nobody' : 'trail.system');
};
