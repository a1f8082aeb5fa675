import { expect, test } from 'vitest';
import { isWanted, parsePlace } from './geonames.js';

const LINE = {
  id: '42',
  name: 'Ærø',
  asciiName: 'Aero',
  otherNames: 'AERO,Arrö',
  latitude: '54.88333',
  longitude: '10.33333',
  class: 'P',
  feature: 'PPL',
  country: 'DK',
  otherCountries: '',
  admin1: '21',
  admin2: '',
  admin3: '',
  admin4: '',
  population: '20000',
  elevation: '',
  terrain: '12',
  zone: 'Europe/Copenhagen',
  changedOn: '2020-01-01',
};

function place(change: Partial<typeof LINE> = {}) {
  return parsePlace(Object.values({ ...LINE, ...change }).join('\t'));
}

test('reads a line of GeoNames', () => {
  expect(place()).toEqual({
    id: 42,
    name: 'Ærø',
    asciiName: 'Aero',
    otherNames: ['AERO', 'Arrö'],
    latitude: '54.88333',
    longitude: '10.33333',
    featureCode: 'PPL',
    countryCode: 'DK',
    admin1Code: '21',
    population: 20_000,
    elevation: null,
    timeZone: 'Europe/Copenhagen',
  });
});

test('takes population 0 and admin code 00 as unknown', () => {
  expect(place({ population: '0' }).population).toBeNull();
  expect(place({ admin1: '00' }).admin1Code).toBeNull();
});

test('keeps a surveyed elevation, but not a placeholder that the terrain contradicts', () => {
  expect(place({ elevation: '10' }).elevation).toBe(10);
  expect(place({ elevation: '0', terrain: '1243' }).elevation).toBeNull();
  expect(place({ elevation: '3', terrain: '-9999' }).elevation).toBe(3);
});

test('gives a merged time zone its present name', () => {
  expect(place({ zone: 'America/Yellowknife' }).timeZone).toBe('America/Edmonton');
});

test('wants every place of the United States, elsewhere the larger ones, and no city sections or ruins', () => {
  expect(isWanted(place())).toBe(true);
  expect(isWanted(place({ population: '14999' }))).toBe(false);
  expect(isWanted(place({ country: 'US', population: '500' }))).toBe(true);
  expect(isWanted(place({ feature: 'PPLX' }))).toBe(false);
  expect(isWanted(place({ country: 'US', feature: 'PPLQ' }))).toBe(false);
});
