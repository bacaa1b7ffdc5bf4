import { readFileSync } from 'node:fs';
import { build, defineConfig } from 'vite';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** The verifier of the trail is handed to people: one file, without a word of what is beside it. */
const verifierInOneFile = {
  name: 'verifier-in-one-file',
  async generateBundle() {
    const { output } = await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      root: import.meta.dirname,
      build: {
        ssr: 'src/verifier/main.ts',
        target: 'node20',
        write: false,
        minify: false,
        // Who checks us wants to read all of it.
        rollupOptions: { treeshake: { moduleSideEffects: false } },
      },
      ssr: { noExternal: true },
    });
    const [{ code }] = output;
    this.emitFile({ type: 'asset', fileName: 'verify.mjs', source: code });
  },
};

// The server as bundles: the process, the worker that reads uploaded ledgers away from the event loop, and the signer of
// the trail, which is a process of its own.
// Libraries of the house are inlined from source; packages stay in node_modules.
export default defineConfig({
  plugins: [verifierInOneFile],
  publicDir: false,
  define: { __VERSION__: JSON.stringify(version) },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rollupOptions: {
      input: {
        main: 'src/main.ts',
        'ledger-worker': 'src/features/imports/reading/worker.ts',
        signer: 'src/signer/main.ts',
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  ssr: { noExternal: [/^@qingshan\//] },
});
