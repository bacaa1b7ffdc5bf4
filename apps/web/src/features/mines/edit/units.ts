import { fromMu, SQUARE_METRES, toFen, toMu } from '@qingshan/domain';
import { useTranslation } from 'react-i18next';
import { areaIn, moneyIn } from '../../../shell/format';
import { useLanguage } from '../../../shell/i18n';
import type { Unit } from './unit-input';

const plain = (written: string) => {
  const text = written.replaceAll(',', '');
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};

const FEN_TEXT = /^\d+$/;

/** Units that papers of this field write areas in: mu first, also hectares and square metres. */
export const useAreaUnits = (): readonly [Unit, ...Unit[]] => {
  const { t } = useTranslation();
  const known = (write: (area: string) => string) => (area: string) =>
    SQUARE_METRES.test(area) ? write(area) : area;
  return [
    { id: 'mu', label: t('format.mu'), read: fromMu, write: known((area) => plain(toMu(area))) },
    {
      id: 'hectare',
      label: t('format.hectare'),
      // 1 ha = 15 mu, exactly.
      read: (typed) => (/^\d{1,8}(?:\.\d{1,6})?$/.test(typed) ? hectares(typed) : null),
      write: known((area) => plain(areaIn(area, 'hectare', 6))),
    },
    {
      id: 'squareMetre',
      label: t('format.squareMetre'),
      read: (typed) => (SQUARE_METRES.test(typed) ? typed : null),
      write: known(plain),
    },
  ];
};

/** m² of hectares with up to six places, which is hundredths of a square metre. */
const hectares = (typed: string): string => {
  const [whole = '0', fraction = ''] = typed.split('.');
  const digits = BigInt(`${whole}${fraction.padEnd(6, '0')}`)
    .toString()
    .padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** Units that papers of this field write money in: 万元 first in Chinese, yuan in English. */
export const useMoneyUnits = (): readonly [Unit, ...Unit[]] => {
  const { t } = useTranslation();
  const language = useLanguage();
  const unit = (id: 'yuan' | 'tenThousandYuan', yuan: 1 | 10_000): Unit => ({
    id,
    label: t(`format.${id}`),
    read: (typed) => toFen(typed, yuan),
    write: (fen) => (FEN_TEXT.test(fen) ? plain(moneyIn(fen, id, id === 'yuan' ? 2 : 6)) : fen),
  });
  const [yuan, tenThousand] = [unit('yuan', 1), unit('tenThousandYuan', 10_000)];
  return language === 'zh' ? [tenThousand, yuan] : [yuan, tenThousand];
};
