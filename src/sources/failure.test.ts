import { expect, test } from 'vitest';
import { failurePhrase } from './failure.js';

test.each([
  ['ENOTFOUND', 'host name not found (ENOTFOUND)'],
  ['EAI_AGAIN', 'host name could not be looked up (EAI_AGAIN)'],
  ['CERT_HAS_EXPIRED', 'call failed (CERT_HAS_EXPIRED)'],
  ['ERR__ERROR_FORMAT_PADDING_1', 'answer could not be decompressed (ERR__ERROR_FORMAT_PADDING_1)'],
  ['secret in lower case', 'call failed'],
])('says what the code %s means', (code, phrase) => {
  expect(failurePhrase(Object.assign(new Error('https://host/?appid=secret'), { code }))).toBe(phrase);
});

test('says nothing of what is no error, or has no code', () => {
  expect(failurePhrase('appid=secret')).toBe('call failed');
  expect(failurePhrase(new Error('appid=secret'))).toBe('call failed');
});
