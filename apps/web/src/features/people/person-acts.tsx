import type { PersonView } from '@qingshan/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, useSentence } from '../../shell/problem';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/dialog';
import { toast } from '../../ui/toasts';
import type { FreshPassword } from './password-dialog';
import styles from './people.module.css';
import { useDisablePerson, useEnablePerson, useReloadPerson, useResetPassword } from './queries';

type Act = 'reset' | 'disable' | 'enable' | 'unlock';

/** What can be done with an account in each state. */
const ACTS: Record<PersonView['state'], readonly Act[]> = {
  active: ['reset', 'disable'],
  locked: ['unlock', 'reset', 'disable'],
  disabled: ['enable'],
};

interface PersonActsProps {
  readonly person: PersonView;
  readonly onPassword: (fresh: FreshPassword) => void;
  /** The account is another now: by this act, or by somebody faster. */
  readonly onChange: (person: PersonView) => void;
}

/** Unlock, reset, shut, open: each asked once more, and told when somebody was faster. */
export const PersonActs = ({ person, onPassword, onChange }: PersonActsProps) => {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [asked, setAsked] = useState<Act | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const reload = useReloadPerson();
  const reset = useResetPassword();
  const disable = useDisablePerson();
  const enable = useEnablePerson();
  const call = { params: { id: person.id }, body: { version: person.version } };

  const run = async (act: Act) => {
    if (act === 'reset') {
      const { person: after, password } = await reset.mutateAsync(call);
      onChange(after);
      return onPassword({ name: person.name, username: person.username, password });
    }
    onChange(await (act === 'disable' ? disable : enable).mutateAsync(call));
    toast(t(`people.act.${act}.done`, { name: person.name }));
  };
  const confirm = async (act: Act) => {
    try {
      setProblem(null);
      await run(act);
      setAsked(null);
    } catch (error) {
      const { code } = asProblem(error);
      setProblem(code === 'version-conflict' ? t('people.act.conflict') : sentence(asProblem(error)));
      if (code === 'version-conflict') onChange(await reload(person.id));
    }
  };
  const close = () => {
    setAsked(null);
    setProblem(null);
  };

  return (
    <section className={styles.acts} aria-label={t('people.act.label')}>
      {ACTS[person.state].map((act) => (
        <Button key={act} icon={act === 'reset' ? 'key' : undefined} onClick={() => setAsked(act)}>
          {t(`people.act.${act}.button`)}
        </Button>
      ))}
      {asked && (
        <ConfirmDialog
          open
          title={t(`people.act.${asked}.title`, { name: person.name })}
          action={t(`people.act.${asked}.button`)}
          look={asked === 'disable' ? 'danger' : 'primary'}
          busy={reset.isPending || disable.isPending || enable.isPending}
          onConfirm={() => void confirm(asked)}
          onCancel={close}
        >
          <p>{t(`people.act.${asked}.help`)}</p>
          {problem && (
            <p role="alert" className={styles.problem}>
              {problem}
            </p>
          )}
        </ConfirmDialog>
      )}
    </section>
  );
};
