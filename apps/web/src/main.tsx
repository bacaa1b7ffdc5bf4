import './polyfills';
import './theme/tokens.css';
import './theme/base.css';
import './theme/print.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { createRouter } from './routes';
import { startI18n } from './shell/i18n';
import { createQueryClient } from './shell/keys';
import { startSingleKeys } from './shell/single-keys';
import { startTheme } from './shell/theme';

const start = async (root: HTMLElement) => {
  startTheme();
  startSingleKeys();
  await startI18n();
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={createRouter()} />
      </QueryClientProvider>
    </StrictMode>,
  );
};

const root = document.getElementById('root');
if (root) void start(root);
