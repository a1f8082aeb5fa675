import { defineConfig } from 'vitest/config';
import base from './vitest.config.js';

// The long version: everything that takes minutes, with as many kills a stage as CHAOS_KILLS says, at the
// stages that CHAOS_STAGES names by their number (src/chaos/stages.ts; "11,12,13,14"), or at all of them.
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['src/chaos/**/*.chaos.ts'],
    // Times are reported, and processes are killed by the hundred: one thing at a time.
    fileParallelism: false,
    testTimeout: 4 * 3_600_000,
    env: { ...base.test?.env, CHAOS_KILLS: process.env.CHAOS_KILLS ?? '50' },
  },
});
