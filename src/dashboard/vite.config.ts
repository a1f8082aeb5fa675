import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { slimAtlas } from './slim-atlas.js';

const here = (folder: string) => fileURLToPath(new URL(folder, import.meta.url));

/** Whole numbers of the atlases that become one: a tenth of a pixel, and less. */
const STEPS: readonly (readonly [RegExp, number])[] = [
  [/states/, 6],
  [/countries/, 8],
];

const slimAtlases: Plugin = {
  name: 'slim-atlases',
  generateBundle(_, bundle) {
    for (const asset of Object.values(bundle)) {
      const step = STEPS.find(([name]) => name.test(asset.fileName))?.[1];
      if (asset.type !== 'asset' || step === undefined) continue;
      asset.source = slimAtlas(Buffer.from(asset.source).toString(), step);
    }
  },
};

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
