import type { Config } from '#platform/config/config.ts';
import { StartRefusal } from '#platform/config/start-refusal.ts';
import { refuse } from './refuse.ts';
import { publishedAddress } from './running-address.ts';

/** The refusal of a second program on one data folder names the address of the first, when the first has got that
 *  far. */
export function nameTheAddress(config: Config): (error: unknown) => never {
  return (error) => {
    const address = publishedAddress(config.dataFolder);
    if (error instanceof StartRefusal && error.code === 'already-running' && address)
      throw refuse('already-running', (t) => t.runningAt(address));
    throw error;
  };
}
