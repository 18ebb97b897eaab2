import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Addresses of the built style sheets and scripts, by their source name; each carries a hash of its content. */
export interface Assets {
  readonly folder: string;
  href(name: string): string;
}

/** Reads what the build left in `folder`. Throws when the build has not run. */
export function readAssets(folder: string): Assets {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>;
  return {
    folder,
    href: (name) => {
      const built = manifest[name];
      if (!built) throw new Error(`no built asset ${name}`);
      return `/assets/${built}`;
    },
  };
}
