import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = `http://127.0.0.1:${process.env.API_PORT ?? 3000}`;

export default defineConfig({
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    // The API compares a request's origin with its host: both must stay the page's.
    proxy: { '/api': { target: api, changeOrigin: false } },
  },
  build: {
    // Many offices run Chromium 90 (docs: supported browsers); 87 is the nearest target the tools know well.
    target: 'chrome87',
    cssTarget: 'chrome87',
    modulePreload: { polyfill: false },
    // The page's security policy allows no data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // A chunk of its own that the entry imports first: otherwise shared chunks would run before it.
            { name: 'polyfills', test: /core-js|src[\\/]polyfills/, priority: 10 },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 5 },
          ],
        },
      },
    },
  },
});
