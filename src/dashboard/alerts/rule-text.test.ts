import { expect, test } from 'vitest';
import { ruleText, type Rule } from './rule-text.js';

const RULE: Rule = {
  ...{ id: '1', name: 'Frost', subject: 'OBSERVATION', parameter: 'AIR_TEMPERATURE', comparison: 'BELOW' },
  ...{ threshold: 0, hoursAhead: 24, cityIds: null, countryCodes: null, enabled: true },
};

test('a rule is read as a sentence, with the cities it is for', () => {
  expect(ruleText(RULE, '°C')).toBe('Newest observation: air temperature below 0.0 °C');
  expect(ruleText({ ...RULE, cityIds: ['1', '2'] }, '°C')).toMatch(/, in 2 cities$/);
});

test('one on forecasts says how far ahead it looks', () => {
  const gusts: Rule = { ...RULE, subject: 'FORECAST', parameter: 'WIND_GUST_SPEED', comparison: 'ABOVE' };
  expect(ruleText({ ...gusts, threshold: 20, countryCodes: ['US', 'NZ'] }, 'm/s')).toBe(
    'Forecast of the next 24 h: wind gusts above 20.0 m/s, in US, NZ',
  );
});
