import type { SealView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format';
import { Tag } from '../../ui/mark';

/** How the trail is sealed, in a word: whole, waiting, or in trouble. */
export const SealState = ({ seal }: { readonly seal: SealView }) => {
  const { t } = useTranslation();
  const { signer, waiting, checkpoint } = seal;
  if (signer === 'refuses')
    return (
      <Tag tone="cinnabar" shape="diamond">
        {t('trail.seal.refuses')}
      </Tag>
    );
  if (checkpoint && waiting === 0)
    return (
      <Tag tone="malachite" shape="whole">
        {t('trail.seal.whole')}
      </Tag>
    );
  return (
    <Tag tone="ochre" shape="half">
      {checkpoint
        ? t('trail.seal.waiting', { count: waiting, value: formatCount(waiting) })
        : t('trail.seal.none')}
    </Tag>
  );
};
