import type { TrailEntry } from '@qingshan/contracts';
import { isBackdated } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { Backdated } from '../../shell/backdated';
import { Tag } from '../../ui/mark';

/** What was refused must not be overlooked, nor what was told late; what was done is said quietly. */
export const Outcome = ({
  outcome,
  effectiveOn,
  recordedAt,
}: Pick<TrailEntry, 'outcome' | 'effectiveOn' | 'recordedAt'>) => {
  const { t } = useTranslation();
  if (outcome === 'done' && isBackdated(effectiveOn, new Date(recordedAt)))
    return <Backdated effectiveOn={effectiveOn} recordedAt={recordedAt} />;
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
