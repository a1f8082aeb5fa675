import { defineConfig } from 'vitest/config';

// Each test file gets a database of its own, cloned from a template on one embedded PostgreSQL that the
// global set-up starts; see src/testing.

/** Whole programs started, killed and starved: minutes. `npm run test:slow` runs them, and so does CI. */
export const SLOW = [
  'src/**/*.browser.test.ts',
  'src/chaos/**/*.test.ts',
  'src/backup/program.test.ts',
  'src/bench/**/*.test.ts',
  'src/build/docs-commands.test.ts',
  'src/build/getting-started.test.ts',
  'src/cli.test.ts',
  'src/cli/commands/export.test.ts',
  'src/catalogue/city-list.test.ts',
  'src/database/embedded/takeover.test.ts',
  'src/http/clients/compilers.test.ts',
  'src/jobs/backfill/archive-faults.test.ts',
  'src/jobs/backfill/measured.test.ts',
  'src/jobs/fetch/outage.test.ts',
];

export default defineConfig({
  // As Node resolves it; Vite would give our files the package's other half, and graphql-js refuses to be there twice.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['src/**/*.test.ts'],
    exclude: SLOW,
    globalSetup: ['src/testing/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    env: { TZ: 'Pacific/Auckland' },
  },
});
