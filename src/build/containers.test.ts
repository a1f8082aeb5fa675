import { readFile, stat } from 'node:fs/promises';
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
  profiles?: string[];
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
      const mounted = (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '');
      const named = mounted.filter((source) => !source.startsWith('./'));
      expect(Object.keys(volumes)).toEqual(expect.arrayContaining(named));
      for (const file of mounted.filter((source) => source.startsWith('./')))
        expect((await stat(file)).isFile(), file).toBe(true);
    }
    expect(services.app?.depends_on?.database?.condition).toBe('service_healthy');
    expect(services.app?.ports).toEqual(['127.0.0.1:4000:4000']);
  });

  test('come with Prometheus and Grafana only when asked for, on loopback, with rules, source and dashboard', async () => {
    const { services } = await compose();
    for (const name of ['prometheus', 'grafana']) {
      expect(services[name]?.profiles).toEqual(['monitoring']);
      expect(services[name]?.ports?.every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
    }
    const { METRICS_PORT: port, METRICS_HOST: host } = services.app?.environment ?? {};
    expect(host).toBe('0.0.0.0');
    expect(services.app?.ports?.join()).not.toContain(String(port));
    const read = async (file: string) => parse(await readFile(`docs/monitoring/${file}`, 'utf8')) as unknown;
    expect(await read('prometheus.yml')).toMatchObject({
      rule_files: ['/etc/prometheus/alert-rules.yml'],
      scrape_configs: [{ job_name: 'weather-warehouse', dns_sd_configs: [{ names: ['app'], port }] }],
    });
    expect(await read('grafana-datasource.yml')).toMatchObject({
      datasources: [{ uid: 'prometheus', url: 'http://prometheus:9090' }],
    });
    const dashboard = JSON.stringify(await read('grafana-dashboard.json'));
    expect(new Set(dashboard.match(/"uid":"[^"]+"/g))).toEqual(
      new Set(['"uid":"prometheus"', '"uid":"weather-warehouse"']),
    );
  });

  test('set only variables that the program knows', async () => {
    const { services } = await compose();
    const names = Object.keys(services.app?.environment ?? {});
    expect(Object.keys(VARIABLES)).toEqual(expect.arrayContaining(names));
  });
});
