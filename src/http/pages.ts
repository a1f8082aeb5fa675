import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Where the build puts a page; the same from `src` and from `dist`. */
export const builtFolder = (name: string): string =>
  fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));

/** Everything from here and nothing from elsewhere. */
const POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/**
 * Headers of a page of ours.
 * @param further directives of its Content-Security-Policy, in place of those of the same name
 */
export function pageHeaders(further: Readonly<Record<string, string>>): Record<string, string> {
  const directives = Object.entries({ ...POLICY, ...further });
  return {
    'content-security-policy': directives.map((directive) => directive.join(' ')).join('; '),
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'x-frame-options': 'DENY',
  };
}

/** A browser that goes somewhere says that it wants HTML; nobody else does. */
export const wantsHtml = ({ headers }: FastifyRequest): boolean =>
  /\btext\/html\b/.test(headers.accept ?? '');

/** Files made by the build, compressed ahead, named by their content and kept by browsers for good. */
export function assetRoutes(
  app: FastifyInstance,
  folder: string,
  { prefix, decorateReply }: { prefix: string; decorateReply: boolean },
): void {
  void app.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix,
    decorateReply,
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    index: false,
    wildcard: false,
  });
}
