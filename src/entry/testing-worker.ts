import type pg from 'pg';
import { fixedClock } from '#platform/clock/clock.ts';
import { openPool } from '#platform/db/db.ts';
import { smtpSender } from '#platform/mail/smtp-sender.ts';
import { quietServices } from '#platform/session/testing-surroundings.ts';
import { zaloPlaces } from '#platform/zalo/zalo-places.ts';
import { startWorker } from './worker.ts';

/** The worker as a process of its own, for tests that kill it: connections and internal hosts come as JSON. */
const [, , given = '{}'] = process.argv;
const { app, owner, internalHosts, mail, now } = JSON.parse(given) as {
  app: pg.PoolConfig;
  owner: pg.PoolConfig;
  internalHosts?: string[];
  mail?: string;
  now?: string;
};
const pool = openPool(app, () => undefined);
const senders = mail && {
  mail: smtpSender(mail, 'Sáu Rõ <sauro@xa.example.vn>'),
  sms: null,
  zalo: zaloPlaces,
};
await startWorker(
  {
    ...quietServices(pool, now ? fixedClock(now) : undefined),
    ...(internalHosts && { internalHosts }),
    ...(senders && { senders }),
  },
  owner,
);
process.stdout.write('works\n');
