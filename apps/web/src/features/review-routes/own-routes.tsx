import type { ReviewRoutesView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRegions } from '../../shell/regions';
import { StageTag } from '../../shell/stage-tag';
import styles from './review-routes.module.css';

interface OwnRoutesProps {
  readonly own: ReviewRoutesView['own'];
  readonly addressOf: (regionCode: string) => string;
}

/** Where the province differs from itself: every division that has said something of its own. */
export const OwnRoutes = ({ own, addressOf }: OwnRoutesProps) => {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  if (own.length === 0) return <p>{t('routes.noneElsewhere')}</p>;
  const codes = [...new Set(own.map(({ regionCode }) => regionCode))];
  return (
    <ul className={styles.elsewhere}>
      {codes.map((code) => (
        <li key={code}>
          <Link to={addressOf(code)}>{nameOf(code)}</Link>
          {own
            .filter(({ regionCode }) => regionCode === code)
            .map(({ stage }) => (
              <StageTag key={stage} stage={stage} />
            ))}
        </li>
      ))}
    </ul>
  );
};
