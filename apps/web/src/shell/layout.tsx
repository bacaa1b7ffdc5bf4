import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useNavigation } from 'react-router';
import { IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Icon } from '../ui/icon';
import { Key } from '../ui/key';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import { RefusedState } from '../ui/states';
import { Toasts } from '../ui/toasts';
import { WITHOUT_SIDEBAR, useMedia } from '../ui/use-media';
import { QuickFind } from './find/quick-find';
import { AccountMenu, DisplayMenu } from './header-menus';
import { useLanguage } from './i18n';
import styles from './layout.module.css';
import { LanguageSwitch } from './language-switch';
import { Logo } from './logo';
import { Navigation } from './navigation';
import { placeAt } from './places';
import { SignedIn } from './session';
import { useMay, useSession } from './session-context';
import { useKeys } from './use-keys';

/** Fetched by the first who asks for it. The quick find is not: what is typed right behind Ctrl+K would be lost. */
const KeysHelp = lazy(async () => ({ default: (await import('./keys-help')).KeysHelp }));

/** The house around every page: who, where, and the ways to go. */
export const Layout = () => (
  <SignedIn pending={<PendingLayout />}>
    <House />
  </SignedIn>
);

const PendingLayout = () => (
  <div className={styles.house}>
    <header className={styles.header}>
      <Logo />
    </header>
    <div className={styles.pending}>
      <Skeleton lines={6} />
    </div>
  </div>
);

const House = () => {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  const location = useLocation();
  const withoutSidebar = useMedia(WITHOUT_SIDEBAR);
  const may = useMay();
  const place = placeAt(location.pathname);
  const refused = place && !may(place.act) ? place : null;
  const changing = useNavigation().state === 'loading';
  // Open only on the page it was opened on: going somewhere shuts it.
  const [drawerAt, setDrawerAt] = useState<string | null>(null);
  const [helpOpen, setHelpOpen] = useState(false);
  const [findOpen, setFindOpen] = useState(false);
  useKeys({ help: () => setHelpOpen(true), find: () => setFindOpen(true) });

  return (
    <div className={styles.house}>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('shell.skip')}
      </a>
      <header className={styles.header} data-print="no">
        {withoutSidebar && (
          <IconButton icon="menu" label={t('shell.nav.open')} onClick={() => setDrawerAt(location.key)} />
        )}
        <Link to="/" className={styles.brand} aria-label={t('app.fullName')}>
          <Logo />
        </Link>
        <ScopeChip />
        <span className={styles.gap} />
        <button type="button" className={styles.find} onClick={() => setFindOpen(true)}>
          <Icon name="search" size={16} />
          <span className={styles.findWords}>{t('shell.find.open')}</span>
          <span aria-hidden="true" className={styles.findKeys}>
            <Key>Ctrl</Key> <Key>K</Key>
          </span>
        </button>
        <LanguageSwitch />
        <DisplayMenu />
        <AccountMenu onHelp={() => setHelpOpen(true)} />
        {changing && <span className={styles.changing} aria-hidden="true" />}
      </header>
      <DemoBanner />
      <div className={styles.middle}>
        {!withoutSidebar && (
          <div className={styles.side} data-print="no">
            <Navigation />
          </div>
        )}
        <main ref={main} id="main" tabIndex={-1} className={styles.main}>
          {refused ? (
            <NotAllowed title={t(`shell.nav.${refused.name}`)} />
          ) : (
            <Suspense fallback={<Skeleton lines={6} />}>
              <Outlet />
            </Suspense>
          )}
        </main>
      </div>
      <Dialog
        look="start"
        title={t('app.name')}
        open={withoutSidebar && drawerAt === location.key}
        onClose={() => setDrawerAt(null)}
      >
        <Navigation />
      </Dialog>
      {findOpen && <QuickFind onHelp={() => setHelpOpen(true)} onClose={() => setFindOpen(false)} />}
      <Suspense>{helpOpen && <KeysHelp onClose={() => setHelpOpen(false)} />}</Suspense>
      <Toasts />
    </div>
  );
};

/** A page of somebody else's work: that and nothing of its controls. */
const NotAllowed = ({ title }: { readonly title: string }) => {
  const { t } = useTranslation();
  return (
    <Page title={title}>
      <RefusedState sentence={t('labels.refusal.not-allowed')}>
        <Link to="/">{t('shell.notFound.home')}</Link>
      </RefusedState>
    </Page>
  );
};

const ScopeChip = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const region = useSession().person.regionName[language];
  return (
    <span className={styles.scope} title={t('shell.scope', { region })}>
      <Icon name="map" size={15} />
      <span className="visually-hidden">{t('shell.scope', { region: '' })}</span>
      <span className={styles.scopeName}>{region}</span>
    </span>
  );
};

const DemoBanner = () => {
  const { t } = useTranslation();
  if (!useSession().demo) return null;
  return (
    <aside className={styles.demo} aria-label={t('app.demo')}>
      <strong>{t('app.demo')}</strong>
      <span className={styles.demoHelp}>{t('app.demoHelp')}</span>
    </aside>
  );
};
