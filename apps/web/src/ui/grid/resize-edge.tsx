import { useTranslation } from 'react-i18next';
import { WIDTH_LIMITS } from './column';
import type { ResizeHandle } from './use-resizing';
import styles from './resize-edge.module.css';

interface ResizeEdgeProps {
  readonly header: string;
  readonly index: number;
  readonly width: number;
  readonly handle: ResizeHandle;
}

/** The edge of a column's header: dragged, it makes the column wider; pressed twice, as wide as what is in it. */
export const ResizeEdge = ({ header, index, width, handle }: ResizeEdgeProps) => {
  const { t } = useTranslation();
  return (
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={t('ui.grid.widthOf', { column: header })}
      aria-valuenow={Math.round(width)}
      aria-valuemin={WIDTH_LIMITS.least}
      aria-valuemax={WIDTH_LIMITS.most}
      className={styles.edge}
      // Focus stays in the cell it is in: the keys that do the same are pressed there.
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={(event) => handle.onPointerDown(event, index)}
      onPointerMove={handle.onPointerMove}
      onPointerUp={handle.onPointerUp}
      onPointerCancel={handle.onPointerCancel}
      onDoubleClick={(event) => {
        event.stopPropagation();
        handle.onFit(index);
      }}
    />
  );
};
