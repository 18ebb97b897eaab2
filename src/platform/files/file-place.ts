import { join } from 'node:path';
import type { ContentStore } from './content-store.ts';
import { diskStore } from './disk-store.ts';
import type { S3Settings } from './s3-request.ts';
import { s3Store } from './s3-store.ts';
import { clamdScanner, type Scanner, type ScannerAddress } from './scanner.ts';

/** How much one file, and one sending of several, may weigh. */
export interface FileLimits {
  readonly mostFileBytes: number;
  readonly mostSendingBytes: number;
}

/** Everything that files need of the surroundings: where they are gathered and held, who looks into them, how large they may be. */
export interface FilePlace {
  /** A folder of this machine. */
  readonly staging: string;
  readonly store: ContentStore;
  /** Null where no scanner has been named: files are then opened unscanned. */
  readonly scanner: Scanner | null;
  readonly limits: FileLimits;
}

/** What the environment says about files. */
export interface FileSettings {
  readonly s3: S3Settings | undefined;
  readonly scanner: ScannerAddress | undefined;
  readonly limits: FileLimits;
}

const megabyte = 1024 * 1024;

export const usualFileLimits: FileLimits = {
  mostFileBytes: 100 * megabyte,
  mostSendingBytes: 300 * megabyte,
};

/** Files in the data folder, or in the bucket where one is named. */
export function filePlace(dataFolder: string, settings: FileSettings): FilePlace {
  const folder = join(dataFolder, 'files');
  return {
    // On the same disk as the store, so that a file that is whole gets its name without being copied.
    staging: join(folder, 'incoming'),
    store: settings.s3 ? s3Store(settings.s3) : diskStore(folder),
    scanner: settings.scanner ? clamdScanner(settings.scanner) : null,
    limits: settings.limits,
  };
}
