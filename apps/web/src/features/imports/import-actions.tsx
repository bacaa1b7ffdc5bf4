import type { ImportView } from '@qingshan/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { formatCount } from '../../shell/format';
import { Button, ButtonLink } from '../../ui/button';
import { useSaveKey } from '../../ui/use-save-key';
import type { Step } from './address';
import { CancelDialog } from './apply/cancel-dialog';

const ApplyDialog = lazy(async () => ({ default: (await import('./apply/apply-dialog')).ApplyDialog }));

/** What can be done with an import that is not written yet. */
export const ImportActions = ({ view, step }: { readonly view: ImportView; readonly step: Step }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'apply' | 'discard' | null>(null);
  const close = () => setAsking(null);
  const right = view.counts === null ? 0 : view.counts.new + view.counts.changed;
  useSaveKey(step === 'checking' && right > 0 ? () => setAsking('apply') : null);
  if (step === 'writing') return null;
  const { counts } = view;
  return (
    <>
      {step === 'checking' && counts && (
        <>
          <ButtonLink to={`/imports/${view.id}?step=mapping`} icon="table">
            {t('imports.change')}
          </ButtonLink>
          {right > 0 && (
            <Button look="primary" icon="check" onClick={() => setAsking('apply')}>
              {t('imports.apply.open', { count: right, value: formatCount(right) })}
            </Button>
          )}
        </>
      )}
      <Button look="quiet" onClick={() => setAsking('discard')}>
        {t('imports.discard.open')}
      </Button>
      <Suspense>
        {asking === 'apply' && counts && <ApplyDialog view={view} counts={counts} onClose={close} />}
      </Suspense>
      {asking === 'discard' && (
        <CancelDialog
          id={view.id}
          title={t('imports.discard.title')}
          action={t('imports.discard.confirm')}
          onClose={() => {
            close();
            void navigate(`/imports/${view.id}`, { replace: true });
          }}
        >
          {t('imports.discard.help')}
        </CancelDialog>
      )}
    </>
  );
};
