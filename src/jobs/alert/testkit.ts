import { Receiver } from '../../alerts/testkit.js';
import { webhook } from '../../alerts/webhook.js';
import { TestWorld } from '../testkit.js';
import type { JobResult } from '../worker.js';
import { alert, type AlertSettings } from './alert.js';

const PERIODS = [{ period: '2026-05', limit: 1_000 }];

export interface AlertRow {
  key: string;
  occurrence: number;
  title: string;
  message: string;
  open: boolean;
  delivered: boolean;
  attempts: number;
  waits: boolean;
  error: string | null;
}

/** A warehouse that follows three cities, two processes that look for alerts, and somebody's webhook. */
export class AlertWorld {
  private constructor(
    readonly world: TestWorld,
    readonly receiver: Receiver,
  ) {}

  static async open(): Promise<AlertWorld> {
    return new AlertWorld(await TestWorld.open(2), await Receiver.open());
  }

  async close(): Promise<void> {
    await this.receiver.close();
    await this.world.close();
  }

  async reset(): Promise<void> {
    await this.world.reset();
    await this.sql(
      'TRUNCATE alerts, alert_rules, forecasts, daily_summaries, data_check_results RESTART IDENTITY',
    );
    this.receiver.forget();
    await this.world.follow(3);
  }

  async sql(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    return (await this.world.pool.query<Record<string, unknown>>(text, values)).rows;
  }

  settings(changes: Partial<AlertSettings> = {}): AlertSettings {
    return {
      source: 'OPENWEATHERMAP',
      periods: () => PERIODS,
      post: webhook({ url: this.receiver.url, kind: 'json' }),
      tellsEnds: false,
      ...changes,
    };
  }

  /** A run of the job. */
  async look(changes: Partial<AlertSettings> = {}): Promise<JobResult> {
    const run = await this.world.request({ job: 'ALERT' });
    const result = await alert(this.world.pool, this.settings(changes), run);
    await run.finish(result.status, result.error ?? null);
    return result;
  }

  async alerts(): Promise<AlertRow[]> {
    const { rows } = await this.world.pool.query<AlertRow>(
      `SELECT key, occurrence, title, message, resolved_at IS NULL AS open, delivered_at IS NOT NULL AS delivered, attempts,
              next_attempt_at IS NOT NULL AS waits, delivery_error AS error
         FROM alerts ORDER BY key, occurrence`,
    );
    return rows;
  }

  async sourceIsDown(): Promise<void> {
    await this.sql(`INSERT INTO source_states (source, consecutive_failures, paused_until, pause_reason)
                    VALUES ('OPENWEATHERMAP', 4, '2099-01-01', 'answered 503')
                    ON CONFLICT (source) DO UPDATE SET consecutive_failures = 4`);
  }

  async sourceIsBack(): Promise<void> {
    await this.sql('UPDATE source_states SET consecutive_failures = 0, paused_until = NULL');
  }

  /** Lets the time of the next attempt come. */
  async postNow(): Promise<void> {
    await this.sql('UPDATE alerts SET next_attempt_at = now() WHERE next_attempt_at IS NOT NULL');
  }
}
