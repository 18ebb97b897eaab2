import { createLog } from '#platform/log/log.ts';
import { StartRefusal } from '#platform/config/start-refusal.ts';
import { startPostgres } from './supervisor.ts';

/** A program of its own that answers for a cluster until it is killed, for tests that kill it.
 *  Prints one line: `ready` and how to connect, or `refused`, the code and the sentence. */
async function main(dataFolder: string): Promise<void> {
  try {
    const postgres = await startPostgres({
      dataFolder,
      log: createLog('silent'),
      ifRunning: 'refuse',
      durability: 'scratch',
    });
    process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)));
    process.stdout.write(`ready ${JSON.stringify(postgres.server)}\n`);
    setInterval(() => undefined, 60_000);
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    process.stdout.write(`refused ${error.code} ${error.sentence.en}\n`);
  }
}

await main(process.argv[2] ?? '');
