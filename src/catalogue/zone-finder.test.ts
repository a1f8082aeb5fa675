import { expect, test } from 'vitest';
import { ZoneFinder } from './zone-finder.js';

const BERLIN = { countryCode: 'DE', latitude: 52.52, longitude: 13.4, timeZone: 'Europe/Berlin' };
const QUITO = { countryCode: 'EC', latitude: -0.23, longitude: -78.52, timeZone: 'America/Guayaquil' };
const BRISBANE = { countryCode: 'AU', latitude: -28.2, longitude: 153.5, timeZone: 'Australia/Brisbane' };
const SYDNEY = { countryCode: 'AU', latitude: -33.87, longitude: 151.21, timeZone: 'Australia/Sydney' };

const zones = new ZoneFinder([BERLIN, QUITO, BRISBANE, SYDNEY]);

test.each([
  ['a neighbour in the same country, before the map', 'AU', -28.19, 153.45, 'Australia/Brisbane'],
  ['the map, where the country uses that zone', 'AU', -29.4, 153.3, 'Australia/Sydney'],
  ['a compatriot, where the map says another country’s zone', 'DE', 52.34, 14.61, 'Europe/Berlin'],
  ['the map, on islands far from every compatriot', 'EC', -0.74, -90.31, 'Pacific/Galapagos'],
  ['the map, in a country without places', 'NZ', -36.85, 174.76, 'Pacific/Auckland'],
  ['the hour by the sun, at sea', 'US', -40, -110, 'Etc/GMT+7'],
])('asks %s', (_, countryCode, latitude, longitude, zone) => {
  expect(zones.zoneAt(countryCode, latitude, longitude)).toBe(zone);
});

test('measures across the date line', () => {
  const east = { countryCode: 'FJ', latitude: -16.8, longitude: -179.95, timeZone: 'Pacific/Fiji' };
  const west = { countryCode: 'FJ', latitude: -16.8, longitude: 179, timeZone: 'Pacific/Tongatapu' };
  expect(new ZoneFinder([west, east]).zoneAt('FJ', -16.8, 179.95)).toBe('Pacific/Fiji');
});

test('answers no zone that PostgreSQL or the runtime does not know', () => {
  const old = new ZoneFinder([], (zone) => zone !== 'Pacific/Auckland');
  expect(old.zoneAt('NZ', -36.85, 174.76)).toBe('Etc/GMT-12');
});

test.each([
  [0, 'Etc/GMT'],
  [179.9, 'Etc/GMT-12'],
  [-179.9, 'Etc/GMT+12'],
])('takes the hour of the meridian %d', (longitude, zone) => {
  expect(new ZoneFinder([], () => false).zoneAt('XX', 0, longitude)).toBe(zone);
});
