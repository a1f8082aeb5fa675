import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));

/** Builds the GraphQL IDE into dist/ide. `npx vite src/ide` serves it while one works on it. */
export default defineConfig({
  root: here('.'),
  // Its assets lie apart from the dashboard's.
  base: '/ide/',
  // A part of the editor in place of the whole.
  resolve: { alias: [{ find: /^monaco-graphql\/esm\/monaco-editor\.js$/, replacement: here('monaco.ts') }] },
  cacheDir: here('../../node_modules/.vite-ide'),
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000' } },
  worker: { format: 'es', rolldownOptions: { checks: { moduleLevelDirective: false } } },
  build: {
    outDir: here('../../dist/ide'),
    emptyOutDir: true,
    target: 'es2022',
    // Data URLs would need a laxer Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The editor is what it is, and comes in when the page stands.
    chunkSizeWarningLimit: 3000,
    // Words of React's to bundlers of other kinds.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});
