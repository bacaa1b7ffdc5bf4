import type { PersonState, PersonView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../shell/format';
import { Tag, type MarkShape, type Tone } from '../../ui/mark';

const LOOK = {
  active: { tone: 'malachite', shape: 'whole' },
  locked: { tone: 'ochre', shape: 'half' },
  disabled: { tone: 'stone', shape: 'barred' },
} as const satisfies Record<PersonState, { tone: Tone; shape: MarkShape }>;

export const PersonStateTag = ({ state }: Pick<PersonView, 'state'>) => {
  const { t } = useTranslation();
  return <Tag {...LOOK[state]}>{t(`people.state.${state}`)}</Tag>;
};

/** When somebody was last here, in words for who never was. */
export const LastSignIn = ({ lastSignInAt }: Pick<PersonView, 'lastSignInAt'>) => {
  const { t } = useTranslation();
  return lastSignInAt === null ? t('people.neverSignedIn') : formatInstant(lastSignInAt);
};
