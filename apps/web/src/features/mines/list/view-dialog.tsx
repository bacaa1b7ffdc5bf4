import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Segments } from '../../../ui/chips';
import { Dialog } from '../../../ui/dialog';
import { TextInput } from '../../../ui/form/inputs';
import type { GridColumn } from '../../../ui/grid/column';
import { ColumnRow } from './column-row';
import styles from './view-dialog.module.css';
import { ordered, placed, type View } from './view-settings';

interface ViewDialogProps {
  readonly columns: readonly Pick<GridColumn<never>, 'id' | 'header'>[];
  readonly view: View;
  /** What the button goes back to. */
  readonly usual: View;
  readonly onChange: (view: View) => void;
  readonly onClose: () => void;
}

const toggled = (list: readonly string[], id: string, on: boolean) =>
  on ? [...list.filter((one) => one !== id), id] : list.filter((one) => one !== id);

/** Which columns, in which order, how wide, which of them stay, how close together. Takes effect at once and is remembered. */
export const ViewDialog = ({ columns, view, usual, onChange, onClose }: ViewDialogProps) => {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  const order = ordered(
    columns.map(({ id }) => id),
    view.order,
  );
  const headerOf = (id: string) => columns.find((column) => column.id === id)?.header ?? id;
  const place = (id: string, to: number) => onChange({ ...view, order: placed(order, id, to) });
  const matches = (id: string) => headerOf(id).toLowerCase().includes(wanted.trim().toLowerCase());

  return (
    <Dialog
      open
      title={t('mines.view.open')}
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" onClick={() => onChange(usual)}>
            {t('mines.view.reset')}
          </Button>
          <Button look="primary" onClick={onClose}>
            {t('mines.view.done')}
          </Button>
        </>
      }
    >
      <div className={styles.density}>
        <span>{t('mines.view.density')}</span>
        <Segments
          label={t('mines.view.density')}
          value={view.density}
          options={[
            { value: 'compact', label: t('mines.view.compact') },
            { value: 'normal', label: t('mines.view.normal') },
            { value: 'roomy', label: t('mines.view.roomy') },
          ]}
          onChange={(density) => onChange({ ...view, density })}
        />
      </div>
      <TextInput
        type="search"
        aria-label={t('mines.view.find')}
        placeholder={t('mines.view.find')}
        value={wanted}
        onChange={({ target }) => setWanted(target.value)}
      />
      <p className={styles.help}>{t('mines.view.columnsHelp')}</p>
      <ul className={styles.columns} aria-label={t('mines.view.columns')}>
        {order.map(
          (id, index) =>
            matches(id) && (
              <ColumnRow
                key={id}
                id={id}
                header={headerOf(id)}
                index={index}
                last={order.length - 1}
                shown={index === 0 || !view.hidden.includes(id)}
                pinned={index === 0 || view.pinned.includes(id)}
                width={view.widths[id] ?? 'usual'}
                onShow={(on) => onChange({ ...view, hidden: toggled(view.hidden, id, !on) })}
                onPin={(on) => onChange({ ...view, pinned: toggled(view.pinned, id, on) })}
                onWidth={(width) => onChange({ ...view, widths: { ...view.widths, [id]: width } })}
                onPlace={(to) => place(id, to)}
                onDrop={(other) => place(other, index)}
              />
            ),
        )}
      </ul>
    </Dialog>
  );
};
