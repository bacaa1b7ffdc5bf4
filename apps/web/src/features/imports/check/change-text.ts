import { useTranslation } from 'react-i18next';
import type { MineWords } from '../ledger-words';
import type { RowChange } from './lines';

/** A change in words: of what, from what, to what. */
export const useChangeText = (mine: MineWords) => {
  const { t } = useTranslation();
  return ({ field, before, after }: RowChange) => {
    if (field === 'patch')
      return { name: t('imports.rows.newPatch'), before: t('format.none'), after: String(after) };
    const own = field.replace(/^patch\./, '');
    return {
      name: mine.label(own, own === field ? 'mine' : 'patch'),
      before: mine.text(own, before),
      after: mine.text(own, after),
    };
  };
};
