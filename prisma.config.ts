import { defineConfig } from 'prisma/config';

// Only Prisma's own command line reads this file (generate, migrate status, studio). The program itself
// applies the same migrations through the schema engine in WebAssembly: src/database/migrate.ts.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost:5432/weather' },
});
