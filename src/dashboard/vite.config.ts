import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));

/** Leaves out of the atlases what the map does not draw: names and numbers of countries and states. */
const slimAtlases: Plugin = {
  name: 'slim-atlases',
  generateBundle(_, bundle) {
    for (const asset of Object.values(bundle)) {
      if (asset.type !== 'asset' || !asset.fileName.endsWith('.json')) continue;
      const text = Buffer.from(asset.source).toString();
      asset.source = JSON.stringify(
        JSON.parse(text, (name, value: unknown) => (DROPPED.has(name) ? undefined : value)),
      );
    }
  },
};
const DROPPED = new Set(['properties', 'id', 'bbox']);

/** Builds the dashboard into dist/dashboard. `npx vite src/dashboard` serves it while one works on it. */
export default defineConfig({
  root: here('.'),
  // Vite's own copy of what it serves: nothing is read from or written to the project's root.
  cacheDir: here('../../node_modules/.vite-dashboard'),
  plugins: [slimAtlases],
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
