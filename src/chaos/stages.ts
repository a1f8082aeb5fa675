import type { Job } from '../database/run-requests.js';

/** A moment of a run at which its process is killed. */
export interface Stage {
  name: string;
  /** A number of doors.sql; or the upstream holds the call; or any moment. */
  at: number | 'CALL' | 'ANY';
  /** The jobs whose owner is there then. */
  jobs: Job[];
}

/** Every stage of reliability's D1 to D8, with the commits between them. */
export const STAGES: readonly Stage[] = [
  { name: 'after the claim of the run', at: 1, jobs: ['FETCH', 'REFRESH'] },
  { name: 'before the answer of the upstream', at: 'CALL', jobs: ['FETCH', 'REFRESH'] },
  { name: 'after the answer, before it is landed', at: 2, jobs: ['FETCH', 'REFRESH'] },
  { name: 'in the commit of the landing', at: 3, jobs: ['FETCH', 'REFRESH'] },
  { name: 'after the landing, before a load is asked for', at: 4, jobs: ['FETCH'] },
  { name: 'inside the load', at: 5, jobs: ['LOAD', 'REFRESH'] },
  { name: 'inside the load, between observations and payloads', at: 6, jobs: ['LOAD', 'REFRESH'] },
  { name: 'in the commit of the load', at: 7, jobs: ['LOAD', 'REFRESH'] },
  { name: 'inside the transform, before the hours', at: 8, jobs: ['TRANSFORM', 'REFRESH'] },
  { name: 'inside the transform, between hours and days', at: 9, jobs: ['TRANSFORM', 'REFRESH'] },
  { name: 'in the commit of the transform', at: 10, jobs: ['TRANSFORM', 'REFRESH'] },
  { name: 'before the run closes', at: 11, jobs: ['FETCH', 'REFRESH'] },
  { name: 'during a heartbeat', at: 12, jobs: ['FETCH', 'REFRESH'] },
  { name: 'at any moment', at: 'ANY', jobs: ['FETCH', 'LOAD', 'TRANSFORM', 'REFRESH'] },
];
