import { createBrowserRouter, type RouteObject } from 'react-router';
import { Crash } from './shell/crash';
import { NotFound } from './shell/not-found';
import { Skeleton } from './ui/skeleton';

/** Every page behind the sign-in is a chunk of its own. */
const pages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./shell/home')).Home }) },
  {
    path: 'password',
    lazy: async () => ({ Component: (await import('./pages/password.page')).PasswordPage }),
  },
  {
    path: 'reminders',
    lazy: async () => ({ Component: (await import('./pages/reminders.page')).RemindersPage }),
  },
  { path: 'mines', lazy: async () => ({ Component: (await import('./pages/mines.page')).MinesPage }) },
  {
    path: 'mines/new',
    lazy: async () => ({ Component: (await import('./pages/new-mine.page')).NewMinePage }),
  },
  {
    path: 'mines/map',
    lazy: async () => ({ Component: (await import('./pages/mines-map.page')).MinesMapPage }),
  },
  {
    path: 'bulk-edits/:id',
    lazy: async () => ({ Component: (await import('./pages/bulk-edit.page')).BulkEditPage }),
  },
  { path: 'mines/:id', lazy: async () => ({ Component: (await import('./pages/mine.page')).MinePage }) },
  { path: 'today', lazy: async () => ({ Component: (await import('./pages/today.page')).TodayPage }) },
  { path: 'figures', lazy: async () => ({ Component: (await import('./pages/figures.page')).FiguresPage }) },
  { path: 'reviews', lazy: async () => ({ Component: (await import('./pages/reviews.page')).ReviewsPage }) },
  { path: 'exports', lazy: async () => ({ Component: (await import('./pages/exports.page')).ExportsPage }) },
  {
    path: 'lookback',
    lazy: async () => ({ Component: (await import('./pages/lookback.page')).LookbackPage }),
  },
  { path: 'imports', lazy: async () => ({ Component: (await import('./pages/imports.page')).ImportsPage }) },
  {
    path: 'imports/:id',
    lazy: async () => ({ Component: (await import('./pages/import.page')).ImportPage }),
  },
  { path: 'people', lazy: async () => ({ Component: (await import('./pages/people.page')).PeoplePage }) },
  { path: 'trail', lazy: async () => ({ Component: (await import('./pages/trail.page')).TrailPage }) },
  { path: 'system', lazy: async () => ({ Component: (await import('./pages/system.page')).SystemPage }) },
  {
    path: 'review-routes',
    lazy: async () => ({ Component: (await import('./pages/review-routes.page')).ReviewRoutesPage }),
  },
  { path: '*', Component: NotFound },
];

export const createRouter = () =>
  createBrowserRouter([
    {
      path: '/sign-in',
      ErrorBoundary: Crash,
      HydrateFallback: Skeleton,
      lazy: async () => ({ Component: (await import('./pages/sign-in.page')).SignInPage }),
    },
    {
      path: '/',
      ErrorBoundary: Crash,
      HydrateFallback: Skeleton,
      lazy: async () => ({ Component: (await import('./shell/layout')).Layout }),
      children: [{ ErrorBoundary: Crash, children: pages }],
    },
  ]);
