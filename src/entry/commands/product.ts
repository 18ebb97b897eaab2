import { loadReferenceDays } from '#modules/calendar/index.server.ts';
import { systemClock } from '#platform/clock/clock.ts';
import type { Config } from '#platform/config/config.ts';
import { type Db, openPool } from '#platform/db/db.ts';
import { GuardedPool } from '#platform/db/guarded-pool.ts';
import {
  migrate,
  MigrationChanged,
  migrationsFolder,
  pendingMigrations,
  SchemaNewer,
} from '#platform/db/migrate.ts';
import { asOwner } from '#platform/db/tenant-transaction.ts';
import { filePlace } from '#platform/files/file-place.ts';
import { discardAbandoned } from '#platform/files/stage-content.ts';
import type { Log } from '#platform/log/log.ts';
import { smtpMailer } from '#platform/mail/mailer.ts';
import { smtpSender, usualMailPace } from '#platform/mail/smtp-sender.ts';
import type { Senders } from '#platform/messaging/senders.ts';
import { smppSender } from '#platform/sms/smpp-sender.ts';
import { readSmsServer } from '#platform/sms/smpp-session.ts';
import { zaloPlaces } from '#platform/zalo/zalo-places.ts';
import { openIdProvider } from '#platform/oidc/identity-provider.ts';
import { connectionFor, type DatabaseServer } from '#platform/postgres/connection.ts';
import { openServer } from '#platform/postgres/open-server.ts';
import type { RunningPostgres, StartOptions } from '#platform/postgres/supervisor.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import { refuseMoved } from './moved-marker.ts';
import { databaseThrottle } from '#platform/session/throttle.ts';
import { refuse } from './refuse.ts';

/** The database and what the whole process shares, open until `close`. */
export type OpenProduct = {
  readonly server: DatabaseServer;
  readonly services: Services;
  close(): Promise<void>;
};

/** The ways out of the program that the environment names; an office names its Zalo account itself. */
function openSenders({ smtp, sms, mailPerMinute }: Config): Senders {
  const speed = mailPerMinute === undefined ? usualMailPace : { ...usualMailPace, perMinute: mailPerMinute };
  return {
    mail: smtp ? smtpSender(smtp.url, smtp.from, speed) : null,
    sms: sms ? smppSender(readSmsServer(sms.url, sms.from)) : null,
    zalo: zaloPlaces,
  };
}

/** Opens the database server and the pool of the app role. */
export async function openProduct(
  config: Config,
  log: Log,
  options: Pick<StartOptions, 'ifRunning' | 'onLost'>,
): Promise<OpenProduct> {
  refuseMoved(config);
  return productOn(await openServer(config, log, options), config, log);
}

/** Opens what the process shares on a server that answers, which ends with it. */
export async function productOn(postgres: RunningPostgres, config: Config, log: Log): Promise<OpenProduct> {
  const pool = new GuardedPool(connectionFor(postgres.server, 'app'), log);
  const files = filePlace(config.dataFolder, config.files);
  await discardAbandoned(files.staging, new Date());
  const senders = openSenders(config);
  return {
    server: postgres.server,
    services: {
      pool,
      clock: systemClock,
      log,
      throttle: databaseThrottle(pool),
      mailer: config.smtp ? smtpMailer(config.smtp.url, config.smtp.from) : null,
      senders,
      identityProvider: config.oidc ? openIdProvider(config.oidc) : null,
      files,
      baseUrl: config.baseUrl,
      internalHosts: config.internalHosts,
    },
    close: async () => {
      await senders.mail?.close();
      await senders.sms?.close();
      await pool.end();
      await postgres.stop();
    },
  };
}

/** Brings the schema and the reference data to the newest version as the migrator. */
export async function migrateServer(server: DatabaseServer): Promise<string[]> {
  try {
    const { applied } = await migrate(connectionFor(server, 'migrator'), migrationsFolder);
    await loadReference(server);
    return applied;
  } catch (error) {
    throw explained(error);
  }
}

/** Schema and program that do not fit are told in a sentence. */
function explained(error: unknown): unknown {
  if (error instanceof MigrationChanged)
    return refuse('migration-changed', (t) => t.migrationChanged(error.message));
  if (error instanceof SchemaNewer) return refuse('schema-newer', (t) => t.schemaNewer(error.message));
  return error;
}

/** Days off and other facts of law come from files of the product; loading them again changes nothing. */
function loadReference(server: DatabaseServer): Promise<void> {
  return asMigrator(server, loadReferenceDays);
}

/** Does some work as the owner of the schemas, on a connection of its own. */
export async function asMigrator(server: DatabaseServer, work: (db: Db) => Promise<unknown>): Promise<void> {
  let lost: Error | undefined;
  const pool = openPool({ ...connectionFor(server, 'migrator'), max: 1 }, (error) => {
    lost = error;
  });
  try {
    await asOwner(pool, work);
    if (lost) throw lost;
  } finally {
    await pool.end();
  }
}

/** Opens a database for one part of the product; refuses when its schema is behind the program. */
export async function openMigrated(config: Config, log: Log, onLost: () => void): Promise<OpenProduct> {
  const product = await openProduct(config, log, { ifRunning: 'share', onLost });
  try {
    const { length } = await listPending(product.server);
    if (length > 0) throw refuse('not-migrated', (t) => t.notMigrated(length));
    return product;
  } catch (error) {
    await product.close();
    throw error;
  }
}

async function listPending(server: DatabaseServer): Promise<string[]> {
  const pool = openPool({ ...connectionFor(server, 'migrator'), max: 1 }, () => undefined);
  const client = await pool.connect();
  try {
    return await pendingMigrations(client, migrationsFolder);
  } catch (error) {
    throw explained(error);
  } finally {
    client.release();
    await pool.end();
  }
}
