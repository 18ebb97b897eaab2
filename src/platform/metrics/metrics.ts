/** What this process counts of itself for a monitoring system: routes, jobs and acts by name, never who or which record. */
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** All measures of this process. */
export const registry = new Registry();

/** Answers by route pattern (`/nhiem-vu/:id`), verb and status; seconds from first byte read to answer made. */
export const requestSeconds = new Histogram({
  name: 'sauro_http_request_duration_seconds',
  help: 'Duration of requests by method, route pattern and status.',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
  registers: [registry],
});

/** Background jobs by name and outcome. */
export const jobSeconds = new Histogram({
  name: 'sauro_job_duration_seconds',
  help: 'Duration of background jobs by name and outcome (done, failed, interrupted).',
  labelNames: ['job', 'outcome'] as const,
  buckets: [0.01, 0.05, 0.25, 1, 5, 15, 60, 300],
  registers: [registry],
});

/** The work of the office: acts by name and whether they were done or refused. Faults count as requests with 500. */
export const actCount = new Counter({
  name: 'sauro_acts_total',
  help: 'Acts by name and outcome (done, refused).',
  labelNames: ['act', 'outcome'] as const,
  registers: [registry],
});

/** Letters to people by way (mail, zalo, sms) and what became of each attempt. */
export const letterCount = new Counter({
  name: 'sauro_letters_total',
  help: 'Attempts to send letters by channel and outcome (sent, waiting, failed, uncertain, dropped).',
  labelNames: ['channel', 'outcome'] as const,
  registers: [registry],
});

/** Whoever asked for the database in vain, by reason (away, busy). */
export const turnedAwayCount = new Counter({
  name: 'sauro_database_turned_away_total',
  help: 'Requests and jobs turned away because the database was away or too many waited for it.',
  labelNames: ['reason'] as const,
  registers: [registry],
});

let isWatched = false;

/** Begins to measure the process itself: memory, processor, delays of its event loop. Calling again changes nothing. */
export function measureProcess(): void {
  if (isWatched) return;
  isWatched = true;
  collectDefaultMetrics({ register: registry });
}
