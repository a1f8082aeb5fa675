import { readFile } from 'node:fs/promises';
import { validate, ValidationSeverity } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { VARIABLES } from '../config/variables.js';

interface Service {
  image?: string;
  build?: string;
  environment?: Record<string, string | number>;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  ports?: string[];
}

async function compose(): Promise<{ services: Record<string, Service>; volumes: Record<string, unknown> }> {
  return parse(await readFile('docker-compose.yml', 'utf8')) as Awaited<ReturnType<typeof compose>>;
}

describe('containers', () => {
  test('have a Dockerfile without a finding of the linter', async () => {
    const findings = validate(await readFile('Dockerfile', 'utf8'), {
      deprecatedMaintainer: ValidationSeverity.ERROR,
      directiveCasing: ValidationSeverity.ERROR,
      emptyContinuationLine: ValidationSeverity.ERROR,
      instructionCasing: ValidationSeverity.ERROR,
      instructionCmdMultiple: ValidationSeverity.ERROR,
      instructionEntrypointMultiple: ValidationSeverity.ERROR,
      instructionHealthcheckMultiple: ValidationSeverity.ERROR,
      instructionJSONInSingleQuotes: ValidationSeverity.ERROR,
      instructionWorkdirRelative: ValidationSeverity.ERROR,
    });
    expect(findings.map(({ message, range }) => ({ line: range.start.line + 1, message }))).toEqual([]);
  });

  test('run as an ordinary user, from a stage without development tools', async () => {
    const stages = (await readFile('Dockerfile', 'utf8')).split(/^FROM /m);
    const last = stages.at(-1) ?? '';
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK /m);
    expect(last).not.toMatch(/npm (ci|install)/);
  });

  test('are composed of the program and PostgreSQL 18, each with a health check and a volume', async () => {
    const { services, volumes } = await compose();
    expect(services.database?.image).toBe('postgres:18');
    expect(services.app?.build).toBe('.');
    for (const service of Object.values(services)) {
      expect(service.healthcheck?.test.length).toBeGreaterThan(1);
      const named = (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '');
      expect(Object.keys(volumes)).toEqual(expect.arrayContaining(named));
    }
    expect(services.app?.depends_on?.database?.condition).toBe('service_healthy');
    expect(services.app?.ports).toEqual(['127.0.0.1:4000:4000']);
  });

  test('set only variables that the program knows', async () => {
    const { services } = await compose();
    const names = Object.keys(services.app?.environment ?? {});
    expect(Object.keys(VARIABLES)).toEqual(expect.arrayContaining(names));
  });
});
