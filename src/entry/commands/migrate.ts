import type { Config } from '#platform/config/config.ts';
import { langs } from '#platform/i18n/lang.ts';
import type { Log } from '#platform/log/log.ts';
import { migrateServer, openProduct } from './product.ts';
import { texts } from './texts.ts';

/** Brings the database to the newest version; a product that runs on it meanwhile is not disturbed.
 *  @returns the exit code */
export async function migrate(config: Config, log: Log): Promise<number> {
  const product = await openProduct(config, log, { ifRunning: 'share' });
  try {
    const applied = await migrateServer(product.server);
    process.stdout.write(`${langs.map((lang) => texts(lang).migrated(applied.length)).join('\n')}\n`);
    return 0;
  } finally {
    await product.close();
  }
}
