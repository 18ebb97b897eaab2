import type pg from 'pg';
import { readConfig } from '#platform/config/config.ts';
import { openPool } from '#platform/db/db.ts';
import { createLog } from '#platform/log/log.ts';
import { smtpSender, usualMailPace } from '#platform/mail/smtp-sender.ts';
import { quietServices } from '#platform/session/testing-surroundings.ts';
import { zaloPlaces } from '#platform/zalo/zalo-places.ts';
import { startWeb } from '../src/entry/web.ts';
import { startWorker } from '../src/entry/worker.ts';

interface Given {
  readonly app: pg.PoolConfig;
  readonly owner: pg.PoolConfig;
  readonly mail: string;
  readonly perMinute: number;
}

/** The product's pages and its background work in one process, as it runs in a commune, with a mail server. */
process.once('message', (given) => {
  const { app, owner, mail, perMinute } = given as Given;
  const log = createLog('error');
  const pool = openPool(app, (error) => log.warn({ err: error }, 'connection lost'));
  const config = { ...readConfig({ SAURO_API_RATE: '1000000' }), port: 0 };
  const senders = {
    mail: smtpSender(mail, 'Sáu Rõ <sauro@xa.example.vn>', { ...usualMailPace, perMinute }),
    sms: null,
    zalo: zaloPlaces,
  };
  const services = { ...quietServices(pool), log, senders };
  void startWeb(config, services, log).then(async (web) => {
    await startWorker(services, owner);
    process.send?.(web.port);
  });
});
