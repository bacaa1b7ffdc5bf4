import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../ui/button';
import { Segments } from '../../../ui/chips';
import { Dialog } from '../../../ui/dialog';
import { Check } from '../../../ui/form/inputs';
import type { GridColumn } from '../../../ui/grid/column';
import styles from './view-dialog.module.css';
import { DEFAULT_VIEW, moved, ordered, type View } from './view-settings';

interface ViewDialogProps {
  readonly columns: readonly Pick<GridColumn<never>, 'id' | 'header'>[];
  readonly view: View;
  readonly onChange: (view: View) => void;
  readonly onClose: () => void;
}

/** Which columns, in which order, how close together. Takes effect at once and is remembered. */
export const ViewDialog = ({ columns, view, onChange, onClose }: ViewDialogProps) => {
  const { t } = useTranslation();
  const order = ordered(
    columns.map(({ id }) => id),
    view.order,
  );
  const headerOf = (id: string) => columns.find((column) => column.id === id)?.header ?? id;
  const move = (id: string, by: -1 | 1) => onChange({ ...view, order: moved(order, id, by) });
  const toggle = (id: string, shown: boolean) =>
    onChange({ ...view, hidden: shown ? view.hidden.filter((one) => one !== id) : [...view.hidden, id] });

  return (
    <Dialog
      open
      title={t('mines.view.open')}
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" onClick={() => onChange(DEFAULT_VIEW)}>
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
      <p className={styles.help}>{t('mines.view.columnsHelp')}</p>
      <ul className={styles.columns} aria-label={t('mines.view.columns')}>
        {order.map((id, index) => (
          <li
            key={id}
            className={styles.column}
            onKeyDown={(event) => {
              if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
              event.preventDefault();
              move(id, event.key === 'ArrowUp' ? -1 : 1);
            }}
          >
            <Check
              label={headerOf(id)}
              checked={index === 0 || !view.hidden.includes(id)}
              disabled={index === 0}
              onChange={(event) => toggle(id, event.target.checked)}
            />
            {index > 0 && (
              <span className={styles.arrows}>
                <IconButton
                  icon="up"
                  label={t('mines.view.up', { column: headerOf(id) })}
                  disabled={index === 1}
                  onClick={() => move(id, -1)}
                />
                <IconButton
                  icon="down"
                  label={t('mines.view.down', { column: headerOf(id) })}
                  disabled={index === order.length - 1}
                  onClick={() => move(id, 1)}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
};
