import type { SealView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { formatCount, formatMoment } from '../../shell/format';
import { CopyText } from '../../ui/copy-text';
import { Dialog } from '../../ui/dialog';
import { Facts } from '../../ui/facts';
import { SealState } from './seal-state';
import styles from './seal.module.css';
import { SignerKeys } from './signer-keys';
import { VerifyAll } from './verify-all';

interface SealDialogProps {
  readonly seal: SealView;
  readonly onOpen: (id: number) => void;
  readonly onClose: () => void;
}

/** What is signed and by whom, a verification of all of it, and what is needed to verify elsewhere. */
export const SealDialog = ({ seal, onOpen, onClose }: SealDialogProps) => {
  const { t } = useTranslation();
  return (
    <Dialog open look="side" title={t('trail.seal.title')} onClose={onClose}>
      <div className={styles.parts}>
        <p>{t('trail.seal.help')}</p>
        <SealFacts seal={seal} />
        <VerifyAll waiting={seal.waiting} onOpen={onOpen} />
        {seal.checkpoint && seal.key && <TakeAway checkpoint={seal.checkpoint} signerKey={seal.key} />}
      </div>
    </Dialog>
  );
};

const SealFacts = ({ seal }: { readonly seal: SealView }) => {
  const { t } = useTranslation();
  const { checkpoint, entries, keys, origin, signer } = seal;
  return (
    <div className={styles.part}>
      <Facts
        facts={[
          { label: t('trail.seal.title'), value: <SealState seal={seal} /> },
          { label: t('trail.seal.state'), value: t(`trail.seal.signer.${signer}`) },
          { label: t('trail.seal.entries'), value: formatCount(entries) },
          { label: t('trail.seal.sealed'), value: formatCount(checkpoint?.size ?? 0) },
          ...(checkpoint
            ? [
                { label: t('trail.seal.at'), value: formatMoment(checkpoint.sealedAt) },
                { label: t('trail.seal.root'), value: <CopyText text={checkpoint.root} size="small" /> },
              ]
            : []),
          { label: t('trail.seal.origin'), value: <code>{origin}</code> },
        ]}
      />
      <SignerKeys keys={keys} />
    </div>
  );
};

interface TakeAwayProps {
  readonly checkpoint: NonNullable<SealView['checkpoint']>;
  readonly signerKey: string;
}

const TakeAway = ({ checkpoint, signerKey }: TakeAwayProps) => {
  const { t } = useTranslation();
  const { note, size } = checkpoint;
  return (
    <section className={styles.part}>
      <h3>{t('trail.seal.take')}</h3>
      <p className={styles.help}>{t('trail.seal.takeHelp')}</p>
      <ul className={styles.files}>
        <li>
          <a href="/api/trail/package" download>
            {t('trail.seal.package')}
          </a>
        </li>
        <li>
          <a href="/api/trail/verify.mjs" download>
            {t('trail.seal.verifier')}
          </a>
        </li>
        <li>
          <a
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(note)}`}
            download={`checkpoint-${size}.txt`}
          >
            {t('trail.seal.checkpoint')}
          </a>
        </li>
      </ul>
      <CopyText text={`node verify.mjs trail.jsonl --key ${signerKey}`} />
    </section>
  );
};
