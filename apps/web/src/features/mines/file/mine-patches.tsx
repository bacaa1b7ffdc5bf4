import type { MineView } from '@qingshan/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatCount, formatRate } from '../../../shell/format';
import { Area } from '../../../shell/written';
import { ButtonLink } from '../../../ui/button';
import { Panel } from '../../../ui/page';
import { EmptyState } from '../../../ui/states';
import { useFieldText } from '../field-text';
import styles from './file.module.css';

interface MinePatchesProps {
  readonly mine: Pick<
    MineView,
    'patches' | 'damagedSquareMetres' | 'restoredSquareMetres' | 'mayEdit' | 'needsSecond'
  >;
  readonly editTo: (patch: string) => string;
}

/** The survey's polygons: destroyed and restored area live here, the mine's are their sums. */
export const MinePatches = ({ mine, editTo }: MinePatchesProps) => {
  const { t } = useTranslation();
  const text = useFieldText();
  // What was accepted is corrected; a patch that was not there is for a relapse.
  const add = mine.mayEdit && !mine.needsSecond && (
    <ButtonLink to={editTo('new-patch')} icon="plus">
      {t('mines.patches.add')}
    </ButtonLink>
  );
  const rate = (restored: string, area: string) => formatRate(restored, area) ?? t('format.none');
  const head = ['number', 'subclass', 'attribute', 'area', 'restored', 'rate'] as const;
  const isAmount = (name: (typeof head)[number]) => name === 'area' || name === 'restored' || name === 'rate';
  return (
    <Panel title={t('mines.patches.title')} actions={mine.patches.length > 0 && add}>
      {mine.patches.length === 0 ? (
        <EmptyState icon="map" title={t('mines.patches.none')}>
          <p>{t('mines.patches.noneHelp')}</p>
          {add}
        </EmptyState>
      ) : (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('mines.patches.title')}>
          <table className={styles.table}>
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col" className={isAmount(name) ? styles.amount : undefined}>
                    {t(`mines.patches.${name}`)}
                    {(name === 'area' || name === 'restored') && t('ui.unitIn', { unit: t('format.mu') })}
                  </th>
                ))}
                {mine.mayEdit && <td data-print="no" />}
              </tr>
            </thead>
            <tbody>
              {mine.patches.map((patch) => (
                <tr key={patch.id}>
                  <th scope="row">{patch.number}</th>
                  <td>{text('subclass', patch.subclass)}</td>
                  <td>{text('attribute', patch.attribute)}</td>
                  <td className={styles.amount}>
                    <Area squareMetres={patch.areaSquareMetres} />
                  </td>
                  <td className={styles.amount}>
                    <Area squareMetres={patch.restoredSquareMetres} />
                  </td>
                  <td className={styles.amount}>
                    {rate(patch.restoredSquareMetres, patch.areaSquareMetres)}
                  </td>
                  {mine.mayEdit && (
                    <td data-print="no">
                      <Link
                        className={styles.edit}
                        to={editTo(String(patch.id))}
                        aria-label={t('mines.patches.editNamed', { number: patch.number })}
                      >
                        {t('mines.patches.edit')}
                      </Link>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
            {mine.patches.length > 1 && (
              <tfoot>
                <tr>
                  <th scope="row" colSpan={3}>
                    {t('mines.patches.total')} {formatCount(mine.patches.length)}
                  </th>
                  <td className={styles.amount}>
                    <Area squareMetres={mine.damagedSquareMetres} />
                  </td>
                  <td className={styles.amount}>
                    <Area squareMetres={mine.restoredSquareMetres} />
                  </td>
                  <td className={styles.amount}>
                    {rate(mine.restoredSquareMetres, mine.damagedSquareMetres)}
                  </td>
                  {mine.mayEdit && <td data-print="no" />}
                </tr>
              </tfoot>
            )}
          </table>
        </div>
      )}
    </Panel>
  );
};
