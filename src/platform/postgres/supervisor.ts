import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Log } from '#platform/log/log.ts';
import { hasRoomToStart, prepareCluster } from './cluster.ts';
import type { BundledServer, DatabaseServer } from './connection.ts';
import { prepareDatabase } from './database.ts';
import { alreadyRunning, takeOwnership } from './keeper.ts';
import { type Places, preparePlaces } from './places.ts';
import { isAlive, stopPostmaster } from './postmaster.ts';
import { findPrograms } from './programs.ts';
import { adoptOrSpawn, type Plan, type ServerProcess } from './server-process.ts';
import { DATABASE, type Durability, writeAccessFiles } from './settings.ts';
import { addressOf, passwordFileOf, type TransportKind } from './transport.ts';

export type StartOptions = {
  readonly dataFolder: string;
  readonly log: Log;
  /** When another program answers for the cluster: refuse, or use it and leave stopping to that program. */
  readonly ifRunning: 'refuse' | 'share';
  /** Called when the server died and could not be brought back. */
  readonly onLost?: () => void;
  readonly durability?: Durability;
  /** Sockets wherever the system has them, unless asked otherwise. */
  readonly transport?: TransportKind;
};

export type RunningPostgres = {
  readonly server: DatabaseServer;
  /** It ran before we came: its last owner died without stopping it, or another program owns it. */
  readonly adopted: boolean;
  /** Stops the server, unless another program answers for it. */
  stop(): Promise<void>;
};

/** Waits before each try to bring a dead server back; after the last one it is given up. */
const RETRY_DELAYS_MS = [0, 1_000, 3_000, 10_000, 30_000];
const ROOM_LOOK_MS = 1_000;
const HEALTHY_AFTER_MS = 5_000;

/**
 * Starts the bundled PostgreSQL on a data folder, or adopts the one that a killed program left running there, and
 * answers for it until `stop`: when the server dies it is started again. Creates the cluster, roles and database that
 * are missing. Refuses with a sentence whatever a person can put right.
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const plan = await prepare(options);
  const first = await adoptOrSpawn(plan);
  const server: BundledServer = { kind: 'bundled', database: DATABASE, ...addressOf(first.transport) };
  if (!(await takeOwnership(first.superuser))) {
    await first.superuser.end();
    if (options.ifRunning === 'refuse') throw alreadyRunning();
    return { server, adopted: true, stop: async () => undefined };
  }
  if (first.adopted) await renewAccess(plan.places, first.superuser);
  await prepareDatabase(first.superuser, first.transport).catch(async (error: unknown) => {
    await stopPostmaster(first.pid, plan.programs);
    throw error;
  });
  options.log.info({ pid: first.pid, adopted: first.adopted }, 'postgres answers');
  return { server, adopted: first.adopted, stop: keepAlive(plan, first, options) };
}

/** A server that an older release started may not know yet who signs in today. */
async function renewAccess(places: Places, superuser: pg.Client): Promise<void> {
  writeAccessFiles(places);
  await superuser.query('select pg_reload_conf()');
}

async function prepare(options: StartOptions): Promise<Plan> {
  const places = preparePlaces(options.dataFolder);
  const programs = await findPrograms(places.account, places.base);
  const durability = options.durability ?? 'full';
  const transportKind = options.transport ?? (process.platform === 'win32' ? 'loopback' : 'socket');
  const passwordFile = transportKind === 'loopback' ? passwordFileOf(places) : undefined;
  await prepareCluster(places, programs, durability, passwordFile);
  return { places, programs, durability, transportKind };
}

/** Watches the superuser's connection, whose end is the first sign of a dead server, and brings the server back.
 *  @returns how to stop watching and the server with it */
function keepAlive(plan: Plan, first: ServerProcess, { log, onLost }: StartOptions): () => Promise<void> {
  let present = first;
  let stopping = false;
  let failures = 0;

  const watch = (process: ServerProcess) => {
    present = process;
    const since = Date.now();
    process.superuser.once('end', () => {
      if (stopping) return;
      if (Date.now() - since > HEALTHY_AFTER_MS) failures = 0;
      log.warn({ pid: process.pid, alive: isAlive(process.pid) }, 'postgres went away');
      void bringBack();
    });
  };

  /** A full disk ends the server; it would end again before somebody has made room. */
  const untilRoom = async (): Promise<void> => {
    const { base } = plan.places;
    if (hasRoomToStart(base)) return;
    log.error({ folder: base }, 'no room on the disk: postgres is started when there is');
    for (; !hasRoomToStart(base); await sleep(ROOM_LOOK_MS)) if (stopping) return;
  };

  const bringBack = async (): Promise<void> => {
    const delay = RETRY_DELAYS_MS[failures];
    if (delay === undefined) {
      log.fatal('postgres could not be brought back');
      return onLost?.();
    }
    failures += 1;
    await sleep(delay);
    await untilRoom();
    if (stopping) return;
    try {
      const again = await adoptOrSpawn({ ...plan, transport: first.transport });
      if (stopping) {
        await stopPostmaster(again.pid, plan.programs);
        return;
      }
      if (!(await takeOwnership(again.superuser))) throw alreadyRunning();
      // A backend that died took all connections along, ours too; the server itself lives and got up by itself.
      if (again.adopted) failures -= 1;
      log.info({ pid: again.pid, failures }, 'postgres is back');
      watch(again);
    } catch (error) {
      log.error({ err: error }, 'postgres did not come back');
      await bringBack();
    }
  };

  watch(first);
  return async () => {
    stopping = true;
    await stopPostmaster(present.pid, plan.programs);
    await rm(plan.places.socket, { recursive: true, force: true });
  };
}
