import { defineConfig } from 'vitest/config';
import base, { SLOW } from './vitest.config.js';

// What `npm test` leaves out to stay quick.
export default defineConfig({ ...base, test: { ...base.test, include: SLOW, exclude: [] } });
