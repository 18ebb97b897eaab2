import type pg from 'pg';
import { connectWhenReady } from './keeper.ts';
import type { Places } from './places.ts';
import { clearRemains, isAlive, lastComplaint, livePostmaster, spawnPostmaster } from './postmaster.ts';
import type { Programs } from './programs.ts';
import { refuse } from './refuse.ts';
import { startAlone } from './start-lock.ts';
import { type Durability, serverArguments, SUPERUSER, writeAccessFiles } from './settings.ts';
import {
  freshTransport,
  loginAs,
  presentTransport,
  type Transport,
  type TransportKind,
} from './transport.ts';

/** All that it takes to run the server of one data folder. */
export type Plan = {
  readonly places: Places;
  readonly programs: Programs;
  readonly transportKind: TransportKind;
  readonly durability: Durability;
  /** Where the server was before: kept when it is brought back, so that open pools find it again. */
  readonly transport?: Transport;
};

/** A server that answers, and the superuser's connection to it. */
export type ServerProcess = {
  readonly pid: number;
  readonly transport: Transport;
  readonly superuser: pg.Client;
  readonly adopted: boolean;
};

const SPAWN_TRIES = 3;

/** Finds the server that runs on the data folder, or starts it. */
export async function adoptOrSpawn(plan: Plan): Promise<ServerProcess> {
  for (let tries = 1; ; tries++) {
    const found =
      (await adopt(plan)) ??
      (await startAlone(plan.places.base, async () => (await adopt(plan)) ?? (await spawnServer(plan))));
    if (found) return found;
    const complaint = lastComplaint(plan.places.log);
    const passes = /pre-existing shared memory|lock file .* already exists|is another postmaster/i.test(
      complaint,
    );
    if (!passes || tries === SPAWN_TRIES)
      throw refuse('did-not-start', (t) => t.didNotStart(complaint, plan.places.log));
  }
}

/** Waits for a server that is still starting, recovering or stopping; undefined when there is none or it ends. */
async function adopt(plan: Plan): Promise<ServerProcess | undefined> {
  const { places, transportKind } = plan;
  const live = livePostmaster(places.cluster);
  const transport = live && presentTransport(places, transportKind);
  if (!live || !transport) return undefined;
  const superuser = await connectWhenReady(
    loginAs(transport, SUPERUSER, 'postgres'),
    () => !isAlive(live.pid),
  );
  return superuser && { pid: live.pid, transport, superuser, adopted: true };
}

async function spawnServer(plan: Plan): Promise<ServerProcess | undefined> {
  const { places, programs } = plan;
  clearRemains(places);
  writeAccessFiles(places);
  const transport = plan.transport ?? (await freshTransport(places, plan.transportKind));
  const child = spawnPostmaster(places, programs, serverArguments(places, transport, plan.durability));
  let ended = false;
  void child.ended.then(() => {
    ended = true;
  });
  const superuser = await connectWhenReady(loginAs(transport, SUPERUSER, 'postgres'), () => ended);
  return superuser && { pid: child.pid, transport, superuser, adopted: false };
}
