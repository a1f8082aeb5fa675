const PHRASES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection cut',
  ECONNABORTED: 'connection cut',
  EPIPE: 'connection cut',
  ETIMEDOUT: 'no connection in time',
  EHOSTUNREACH: 'host unreachable',
  ENETUNREACH: 'network unreachable',
  ENOTFOUND: 'host name not found',
  EAI_AGAIN: 'host name could not be looked up',
  ERR_STREAM_PREMATURE_CLOSE: 'answer cut short',
};

/**
 * Why a call got no answer, in our words. Nothing of the error but its code and the kind of its message is used:
 * messages and fields of HTTP errors hold the address that was asked for, and the address holds the key.
 */
export function failurePhrase(error: unknown): string {
  const { code, message } = facts(error);
  if (message.startsWith('maxContentLength')) return 'answer too large, not read to its end';
  if (message === 'stream has been aborted') return 'answer cut short';
  // zlib's codes, and Brotli's, which begin with two underscores.
  if (/^(Z_|ERR__|ERR_BROTLI)/.test(code)) return `answer could not be decompressed (${code})`;
  const phrase = PHRASES[code] ?? 'call failed';
  return code === '' ? phrase : `${phrase} (${code})`;
}

function facts(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: '' };
  // Node puts a failed connection to several addresses into one AggregateError; all carry the same code.
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { code: /^[A-Z][A-Z0-9_]{1,50}$/.test(code) ? code : '', message: error.message };
}
