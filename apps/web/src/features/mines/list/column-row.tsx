import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/button';
import { Check, Choose } from '../../../ui/form/inputs';
import styles from './view-dialog.module.css';
import { COLUMN_WIDTHS, type ColumnWidth } from './view-settings';

interface ColumnRowProps {
  readonly id: string;
  readonly header: string;
  /** Its place among all columns, of which the first stays where it is. */
  readonly index: number;
  readonly last: number;
  readonly shown: boolean;
  readonly pinned: boolean;
  /** A part of the usual width, or one that was set by hand. */
  readonly width: ColumnWidth | number;
  readonly onShow: (on: boolean) => void;
  readonly onPin: (on: boolean) => void;
  readonly onWidth: (width: ColumnWidth) => void;
  readonly onPlace: (to: number) => void;
  /** Another column was dropped on this one. */
  readonly onDrop: (id: string) => void;
}

const DRAGGED = 'text/plain';
const OWN = 'own';

/** One column of the ledger in the chooser: moved by dragging, by its arrows, or by Alt and the arrow keys. */
export const ColumnRow = ({
  id,
  header,
  index,
  last,
  shown,
  pinned,
  width,
  onShow,
  onPin,
  onWidth,
  onPlace,
  onDrop,
}: ColumnRowProps) => {
  const { t } = useTranslation();
  const isFirst = index === 0;
  return (
    <li
      className={styles.column}
      draggable={!isFirst}
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, id)}
      onDragOver={(event) => !isFirst && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop(event.dataTransfer.getData(DRAGGED));
      }}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        onPlace(event.key === 'ArrowUp' ? index - 1 : index + 1);
      }}
    >
      <Check
        label={header}
        checked={shown}
        disabled={isFirst}
        onChange={({ target }) => onShow(target.checked)}
      />
      <span className={styles.acts}>
        <Choose
          aria-label={t('mines.view.widthOf', { column: header })}
          className={styles.width}
          value={typeof width === 'number' ? OWN : width}
          choices={[
            ...COLUMN_WIDTHS.map((one) => ({ value: one, label: t(`mines.view.width.${one}`) })),
            ...(typeof width === 'number'
              ? [{ value: OWN, label: t('mines.view.width.own', { width }) }]
              : []),
          ]}
          onChange={({ target }) => {
            const chosen = COLUMN_WIDTHS.find((one) => one === target.value);
            if (chosen) onWidth(chosen);
          }}
        />
        <IconButton
          icon="pin"
          label={t('mines.view.pin', { column: header })}
          aria-pressed={pinned}
          disabled={isFirst}
          onClick={() => onPin(!pinned)}
        />
        <IconButton
          icon="up"
          label={t('mines.view.up', { column: header })}
          disabled={index <= 1}
          onClick={() => onPlace(index - 1)}
        />
        <IconButton
          icon="down"
          label={t('mines.view.down', { column: header })}
          disabled={isFirst || index === last}
          onClick={() => onPlace(index + 1)}
        />
      </span>
    </li>
  );
};
