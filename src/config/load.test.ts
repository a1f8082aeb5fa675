import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadConfig } from './load.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'settings-'));
});
afterAll(() => rm(folder, { recursive: true }));

function complaint(env: Record<string, string>): string {
  try {
    loadConfig(env);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
}

describe('loadConfig', () => {
  test('runs the demo on an embedded database when nothing is set', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      source: 'DEMO',
      demo: true,
      PORT: 4000,
      HOST: '127.0.0.1',
      TRACK: 'US:50',
      MOVING_AVERAGE_WINDOWS: [5, 24],
      dataDir: path.resolve('data/demo'),
    });
    expect(config.DATABASE_URL).toBeUndefined();
  });

  test('takes OpenWeatherMap once its key is there, with data of its own', () => {
    const config = loadConfig({ OPENWEATHERMAP_API_KEY: '0123456789abcdef' });
    expect(config).toMatchObject({ source: 'OPENWEATHERMAP', demo: false, dataDir: path.resolve('data') });
  });

  test('reads an empty variable as an unset one', () => {
    expect(loadConfig({ OPENWEATHERMAP_API_KEY: '', PORT: ' ', WEATHER_SOURCE: '' }).source).toBe('DEMO');
  });

  test('lists every problem at once, by name and remedy', () => {
    const text = complaint({
      PORT: 'eighty',
      ROLE: 'boss',
      CALLS_PER_MINUTE: '0',
      MOVING_AVERAGE_WINDOWS: '1',
    });
    expect(text).toContain('PORT is not a whole number (it is "eighty")');
    expect(text).toContain('ROLE must be one of all, api, worker (it is "boss")');
    expect(text).toContain('CALLS_PER_MINUTE must be 1 to 1000000 (it is "0")');
    expect(text).toContain('MOVING_AVERAGE_WINDOWS each window must be 2 to 720 hours (it is "1")');
  });

  test('never quotes the value of a secret', () => {
    const text = complaint({
      ADMIN_KEY: 'canary1',
      DATABASE_URL: 'mysql://user:canary2@host/db',
      OPENWEATHERMAP_API_KEY: 'ca na ry3',
      READ_KEYS: 'canary4',
    });
    expect(text.match(/ - /g)).toHaveLength(4);
    expect(text).not.toMatch(/canary|ca na ry/);
  });

  test('reads a secret from a file, and says so when it cannot', async () => {
    const file = path.join(folder, 'key');
    await writeFile(file, '0123456789abcdef\n');
    expect(loadConfig({ OPENWEATHERMAP_API_KEY_FILE: file }).OPENWEATHERMAP_API_KEY).toBe('0123456789abcdef');
    expect(complaint({ ADMIN_KEY_FILE: path.join(folder, 'none') })).toContain('ADMIN_KEY_FILE names a file');
    expect(complaint({ ADMIN_KEY_FILE: file, ADMIN_KEY: '0123456789abcdef' })).toContain('both set');
  });

  test('asks for the key when OpenWeatherMap is chosen without one', () => {
    expect(complaint({ WEATHER_SOURCE: 'openweathermap' })).toContain('OPENWEATHERMAP_API_KEY is missing');
  });

  test.each([
    'changemechangeme',
    'password-password',
    'administrator-key',
    'secret-admin-secret-123',
    'aaaaaaaaaaaaaaaaaaaa',
    '1234567890123456789',
    'abcdefghijklmnopqrst',
    'short',
  ])('refuses %j as the administrator’s key, without repeating it', (key) => {
    const text = complaint({ ADMIN_KEY: key });
    expect(text).toMatch(/ADMIN_KEY (is easy to guess|must have at least 16 characters)/);
    expect(text).not.toContain(key);
    expect(complaint({ READ_KEYS: `k4Vq7fYxP2mZs9Lw,${key}` })).toMatch(/READ_KEYS/);
  });

  test('takes a random key, and one made of words that nobody would try', () => {
    for (const key of ['k4Vq7fYxP2mZs9Lw', 'correct-horse-battery-staple'])
      expect(complaint({ ADMIN_KEY: key })).toBe('');
  });

  test('refuses an administrator’s key that is set but empty, also from a file: somebody meant to set one', async () => {
    const empty = path.join(folder, 'empty');
    await writeFile(empty, '\n');
    for (const env of [
      { ADMIN_KEY: '' },
      { ADMIN_KEY: ' ' },
      { ADMIN_KEY_FILE: empty },
      { ADMIN_KEY_FILE: '' },
    ] as Record<string, string>[])
      expect(complaint(env)).toContain('ADMIN_KEY is set, but empty: give it a key');
  });

  test.each(['READ_KEYS', 'READ_KEYS_FILE', 'READ_ACCESS', 'PERSISTED_OPERATIONS', 'PERSISTED_ONLY'])(
    'does not take an empty %s for leave to answer everybody everything',
    (name) => {
      expect(complaint({ [name]: '' })).toContain(`${name.replace('_FILE', '')} is set, but empty: `);
      expect(complaint({ [name]: '' })).toMatch(/leave it out/);
    },
  );

  test('refuses any secret’s file that is empty: without its key, another source would be asked', async () => {
    const empty = path.join(folder, 'nothing');
    await writeFile(empty, ' \n');
    for (const name of ['OPENWEATHERMAP_API_KEY', 'DATABASE_URL', 'DATABASE_READ_URL'])
      expect(complaint({ [`${name}_FILE`]: empty })).toContain(`${name}_FILE names a file that is empty`);
  });

  test('refuses forecasts from Open-Meteo, which has none here, and leaves them off otherwise', () => {
    const meteo = { WEATHER_SOURCE: 'open-meteo' };
    expect(complaint({ ...meteo, FORECASTS: 'on' })).toContain(
      'FORECASTS is "on", but WEATHER_SOURCE=open-meteo',
    );
    expect(loadConfig(meteo).FORECASTS).toBe('off');
    expect(loadConfig({ FORECASTS: 'on', OPENWEATHERMAP_API_KEY: '0123456789abcdef' }).FORECASTS).toBe('on');
  });

  test('does not answer nothing at all: where only listed operations are answered, there is a list', () => {
    expect(complaint({ PERSISTED_ONLY: 'on' })).toContain('PERSISTED_OPERATIONS names no file');
    expect(complaint({ PERSISTED_ONLY: 'on', PERSISTED_OPERATIONS: 'operations.json' })).toBe('');
  });

  test('reading is open, unless keys to read are set or it is closed by hand', () => {
    expect(loadConfig({}).readingNeedsKey).toBe(false);
    expect(loadConfig({ READ_ACCESS: 'keys' }).readingNeedsKey).toBe(true);
    expect(loadConfig({ READ_KEYS: 'k4Vq7fYxP2mZs9Lw' }).readingNeedsKey).toBe(true);
    expect(complaint({ READ_KEYS: 'k4Vq7fYxP2mZs9Lw', READ_ACCESS: 'open' })).toContain(
      'leave out one of them',
    );
  });
});
