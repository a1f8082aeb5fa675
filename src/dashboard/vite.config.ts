import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));

/** Builds the dashboard into dist/dashboard. `npx vite src/dashboard` serves it while one works on it. */
export default defineConfig({
  root: here('.'),
  // Vite's own copy of what it serves: nothing is read from or written to the project's root.
  cacheDir: here('../../node_modules/.vite-dashboard'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // The program, as it listens unless told otherwise.
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000' } },
  build: {
    outDir: here('../../dist/dashboard'),
    emptyOutDir: true,
    target: 'es2022',
    // Data URLs would need a laxer Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
