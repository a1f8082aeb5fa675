import path from 'node:path';
import { COMPILED } from './compile.js';
import { OURS } from './queries/ours.js';
import { PEERS } from './queries/peers.js';
import { POSTGRAPHILE } from './queries/postgraphile.js';
import type { Question } from './questions.js';

/** One way to answer the questions, run as a process of its own. */
export interface Contender {
  /** As the tables print it. */
  label: string;
  /** Module that serves, and its parameters. */
  script: string;
  parameters: readonly string[];
  /** The queries it understands; what is missing it is not asked. */
  queries: Partial<Record<Question, string>>;
}

/** Where the peers are installed: a copy of the folder beside this file. */
export const PEERS_DIRECTORY = path.resolve('data/bench/peers');
const peer = (name: string): string => path.join(PEERS_DIRECTORY, name);

/** The ceilings know the questions by name. */
const NAMED = { Q1: '', Q2: '', Q3: '', Q4: '' };
const ceiling = { script: peer('ceiling.mjs') };
const ours = { script: path.join(COMPILED, 'bench/ours.js'), queries: OURS };

/** By the name that --contenders takes. */
export const CONTENDERS: Readonly<Record<string, Contender>> = {
  ours: { ...ours, label: '**weather-warehouse**', parameters: ['--cache', '0'] },
  rows: {
    ...ceiling,
    label: 'ceiling: node:http, rows in Node',
    parameters: ['--mode', 'rows'],
    queries: { ...NAMED, Q2C: '', Q4C: '' },
  },
  json: {
    ...ceiling,
    label: 'ceiling: node:http, JSON made by PostgreSQL',
    parameters: ['--mode', 'json'],
    queries: NAMED,
  },
  mercurius: {
    label: 'Mercurius with JIT, SQL',
    script: peer('mercurius.mjs'),
    parameters: [],
    queries: PEERS,
  },
  postgraphile: {
    label: 'PostGraphile 5',
    script: peer('postgraphile.mjs'),
    parameters: [],
    queries: POSTGRAPHILE,
  },
  prisma: {
    label: 'Apollo + Prisma Client',
    script: peer('apollo-prisma.mjs'),
    parameters: ['--client', path.join(COMPILED, 'database/pool.js')],
    queries: PEERS,
  },
};

/** Those that are asked the same question over and over. */
export const REPEATED: Readonly<Record<string, Contender>> = {
  cached: { ...ours, label: '**weather-warehouse**', parameters: ['--cache', '64'] },
  same: {
    ...ceiling,
    label: 'node:http, bytes it holds',
    parameters: ['--mode', 'same'],
    queries: { ...NAMED, Q2C: '', Q4C: '' },
  },
};
