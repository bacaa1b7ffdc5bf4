import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { classNames } from './class-names';
import styles from './page.module.css';

interface Crumb {
  readonly label: string;
  readonly to: string;
}

interface PageProps {
  readonly title: string;
  /** One line under the title: scope, as-of day, count. */
  readonly summary?: ReactNode;
  readonly actions?: ReactNode;
  readonly crumbs?: readonly Crumb[];
  /** Put before the document's title, e.g. an error count, so that a screen reader hears it first. */
  readonly titlePrefix?: string;
  /** `fill` gives one scrolling part the height that is left; `reading` and `form` keep lines short. */
  readonly layout?: 'flow' | 'fill' | 'reading' | 'form';
  readonly children: ReactNode;
}

/** Every page: a document title, where it belongs, one heading, its actions. */
export const Page = ({
  title,
  summary,
  actions,
  crumbs,
  titlePrefix,
  layout = 'flow',
  children,
}: PageProps) => {
  const { t } = useTranslation();
  return (
    <div className={classNames(styles.page, styles[layout])}>
      <title>{`${titlePrefix ?? ''}${title} · ${t('app.name')}`}</title>
      <header className={styles.head}>
        <div className={styles.words}>
          {crumbs && crumbs.length > 0 && (
            <nav aria-label={t('ui.breadcrumbs')} data-print="no">
              <ol className={styles.crumbs}>
                {crumbs.map((crumb) => (
                  <li key={crumb.to}>
                    <Link to={crumb.to}>{crumb.label}</Link>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <h1 className={styles.title}>{title}</h1>
          {summary && <div className={styles.summary}>{summary}</div>}
        </div>
        {actions && (
          <div className={styles.actions} data-print="no">
            {actions}
          </div>
        )}
      </header>
      {children}
    </div>
  );
};

interface PanelProps {
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A sheet of paper on the page. */
export const Panel = ({ title, actions, children }: PanelProps) => (
  <section className={styles.panel}>
    {(title || actions) && (
      <div className={styles.panelHead}>
        {title && <h2 className={styles.panelTitle}>{title}</h2>}
        {actions && (
          <div className={styles.actions} data-print="no">
            {actions}
          </div>
        )}
      </div>
    )}
    {children}
  </section>
);
