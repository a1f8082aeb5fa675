import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { validate, ValidationSeverity } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../config/load.js';
import { VARIABLES } from '../config/variables.js';

interface Service {
  image?: string;
  build?: string;
  secrets?: string[];
  deploy?: { replicas: number };
  environment?: Record<string, string | number>;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  ports?: string[];
  profiles?: string[];
}

interface Composition {
  services: Record<string, Service>;
  volumes?: Record<string, unknown>;
  secrets?: Record<string, { file: string }>;
}

async function compose(file = 'docker-compose.yml'): Promise<Composition> {
  return parse(await readFile(file, 'utf8'), { merge: true }) as Composition;
}

const PROGRAMS = ['app', 'api', 'worker'];

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
      expect(Object.keys(volumes ?? {})).toEqual(expect.arrayContaining(named));
      for (const file of mounted.filter((source) => source.startsWith('./')))
        expect((await stat(file)).isFile(), file).toBe(true);
    }
    for (const name of PROGRAMS)
      expect(services[name]?.depends_on?.database?.condition).toBe('service_healthy');
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
      scrape_configs: [{ job_name: 'weather-warehouse', dns_sd_configs: [{ names: PROGRAMS, port }] }],
    });
    expect(await read('grafana-datasource.yml')).toMatchObject({
      datasources: [{ uid: 'prometheus', url: 'http://prometheus:9090' }],
    });
    const dashboard = JSON.stringify(await read('grafana-dashboard.json'));
    expect(new Set(dashboard.match(/"uid":"[^"]+"/g))).toEqual(
      new Set(['"uid":"prometheus"', '"uid":"weather-warehouse"']),
    );
  });

  test('set only variables that the program knows, to values that it takes', async () => {
    const { services } = await compose();
    for (const name of PROGRAMS) {
      const environment = services[name]?.environment ?? {};
      expect(Object.keys(VARIABLES)).toEqual(expect.arrayContaining(Object.keys(environment)));
      const config = loadConfig(texts(environment));
      expect(config.DATABASE_URL).toBe('postgresql://weather:weather@database:5432/weather');
    }
  });

  test('answer and work apart where several are asked for, behind a proxy that every client comes through', async () => {
    const { services } = await compose();
    const { app, api, worker, proxy } = services;
    expect([app, api, worker].map((service) => service?.environment?.ROLE ?? 'all')).toEqual([
      'all',
      'api',
      'worker',
    ]);
    for (const service of [api, worker, proxy]) expect(service?.profiles).toEqual(['replicas']);
    expect(api?.deploy?.replicas).toBeGreaterThan(1);
    for (const service of [api, worker]) expect(service?.ports).toBeUndefined();
    expect(api?.environment?.TRUST_PROXY).toBe(1);
    expect(proxy?.ports).toEqual(['127.0.0.1:8080:8080']);
    expect(proxy?.depends_on).toEqual({ api: { condition: 'service_healthy' } });
    const rules = await readFile('docs/containers/Caddyfile', 'utf8');
    expect(rules).toMatch(/^:8080 \{$/m);
    expect(rules).toMatch(new RegExp(`name api\\s+port ${String(api?.environment?.PORT)}$`, 'm'));
    expect(rules.split('{').length).toBe(rules.split('}').length);
  });

  test('take every secret from a file when asked to, and none from the environment then', async () => {
    const { services } = await compose();
    const over = await compose('docker-compose.secrets.yml');
    const declared = Object.keys(over.secrets ?? {});
    const folder = await mkdtemp(path.join(os.tmpdir(), 'weather-secrets-'));
    for (const name of PROGRAMS) {
      const { secrets = [], environment = {} } = over.services[name] ?? {};
      expect(declared).toEqual(expect.arrayContaining(secrets));
      expect(Object.values(environment).filter(Boolean)).toEqual(
        secrets.map((file) => `/run/secrets/${file}`),
      );
      await Promise.all(
        secrets.map((file) => writeFile(path.join(folder, file), `${SECRETS[file] ?? ''}\n`)),
      );
      const inFolder = Object.entries({ ...services[name]?.environment, ...environment }).map(
        ([key, value]) => [key, String(value).replace('/run/secrets', folder)],
      );
      const config = loadConfig(texts(Object.fromEntries(inFolder) as Record<string, string>));
      expect(config.DATABASE_URL).toBe(SECRETS.database_url);
      expect(config.ADMIN_KEY).toBe(SECRETS.admin_key);
      expect(config.OPENWEATHERMAP_API_KEY).toBe(SECRETS.openweathermap_api_key);
    }
    await rm(folder, { recursive: true });
    const ignored = await Promise.all(['.gitignore', '.dockerignore'].map((file) => readFile(file, 'utf8')));
    for (const text of ignored) expect(text).toMatch(/^secrets\/?$/m);
  });
});

const SECRETS: Record<string, string> = {
  database_url: 'postgresql://weather:from-a-file@database:5432/weather',
  admin_key: 'Zq7-vX2mN9pL4wT8kB3hR6yD',
  openweathermap_api_key: '0123456789abcdef0123456789abcdef',
};

/** As compose hands them over: text, with its own ${NAME:-default} replaced. */
function texts(environment: Record<string, string | number>): Record<string, string> {
  const text = (value: string | number): string => String(value).replace(/\$\{\w+:-([^}]*)\}/g, '$1');
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, text(value)]));
}
