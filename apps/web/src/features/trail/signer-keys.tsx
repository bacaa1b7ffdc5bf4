import type { SignerKeyView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatCount, formatMoment } from '../../shell/format';
import { CopyText } from '../../ui/copy-text';
import styles from './seal.module.css';

/** The public key to keep on paper, and every one before it: which signs since when, and how it took over. */
export const SignerKeys = ({ keys }: { readonly keys: readonly SignerKeyView[] }) => {
  const { t } = useTranslation();
  const [present, ...former] = [...keys].reverse();
  if (!present) return null;
  return (
    <section className={styles.part}>
      <h3>{t('trail.seal.key')}</h3>
      <SignerKey signerKey={present} />
      <p className={styles.help}>{t('trail.seal.keyHelp')}</p>
      {former.length > 0 && (
        <>
          <h3>{t('trail.seal.keys')}</h3>
          <ul className={styles.keys}>
            {former.map((one) => (
              <li key={one.key}>
                <SignerKey signerKey={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

const SignerKey = ({ signerKey: { key, after, began } }: { readonly signerKey: SignerKeyView }) => {
  const { t } = useTranslation();
  return (
    <>
      <CopyText text={key} size="small" />
      <p>
        {began
          ? t(`trail.seal.began.${began.kind}`, {
              from: formatCount(after + 1),
              at: formatMoment(began.at),
            })
          : t('trail.seal.first')}
      </p>
    </>
  );
};
