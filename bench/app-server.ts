import type pg from 'pg';
import { readConfig } from '#platform/config/config.ts';
import { openPool } from '#platform/db/db.ts';
import { createLog } from '#platform/log/log.ts';
import { quietServices } from '#platform/session/testing-surroundings.ts';
import { startWeb } from '../src/entry/web.ts';

/** The product's web process on a database that somebody else started, on a free port. */
process.once('message', (connection) => {
  const log = createLog('error');
  const pool = openPool(connection as pg.PoolConfig, (error) => log.warn({ err: error }, 'connection lost'));
  const config = { ...readConfig({ SAURO_API_RATE: '1000000' }), port: 0 };
  const services = { ...quietServices(pool), log };
  void startWeb(config, services, log).then((web) => process.send?.(web.port));
});
