import type { Id } from '#platform/db/id.ts';

/** A file that gathers the evidence of records, for the one who asked for it. */
export interface EvidencePackage {
  readonly id: Id<'evidence-package'>;
  readonly accountId: string;
  readonly recordKind: string;
  readonly title: string;
  /** The filter whose records were asked for; empty where one record was. */
  readonly query: string;
  readonly recordId: string | null;
  readonly lang: 'vi' | 'en';
  readonly state: 'waiting' | 'ready' | 'failed';
  readonly failure: PackageFailure | null;
  readonly recordCount: number;
  readonly fileCount: number;
  readonly leftOutCount: number;
  readonly file: { readonly sha256: string; readonly byteCount: number } | null;
  readonly createdAt: Date;
}

/** Why a package cannot be made. */
export const packageFailures = ['no-right', 'too-many-records', 'too-large', 'none'] as const;
export type PackageFailure = (typeof packageFailures)[number];

/** The list of hashes in a package, in the form that `sha256sum -c` reads. */
export const sumsName = 'SHA256SUMS.txt';

/** A package is kept for so many days; who wants it later asks for a new one. */
export const keptDays = 7;
export const mostRecords = 1_000;
const gigabyte = 1024 * 1024 * 1024;
/** Other programs open packages of up to four; this leaves room. */
export const mostBytes = 2 * gigabyte;
export const mostGigabytes = mostBytes / gigabyte;

const longestName = 80;

/**
 * Names for files within a package that every system keeps: letters without marks, digits, dashes; never twice the same.
 * The index says what each was called.
 */
export function safeNames(): (folder: string, given: string, ending: string) => string {
  const used = new Set<string>();
  return (folder, given, ending) => {
    const stem = plain(given.replace(new RegExp(`\\.${ending}$`, 'i'), '')).slice(0, longestName) || 'tep';
    const tail = ending ? `.${plain(ending)}` : '';
    for (let count = 1; ; count += 1) {
      const name = `tep/${plain(folder) || 'khac'}/${stem}${count > 1 ? `-${count}` : ''}${tail}`;
      const key = name.toLowerCase();
      if (used.has(key)) continue;
      used.add(key);
      return name;
    }
  };
}

/** The letter d with a stroke is one of its own, which taking marks off leaves as it is. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('\u0111', 'd')
    .replaceAll('\u0110', 'D')
    .replaceAll(/[^A-Za-z0-9_]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}
