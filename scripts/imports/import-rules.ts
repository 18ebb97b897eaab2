import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';

/** One import that breaks a rule, as a person reads it. */
export interface ImportFinding {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface ImportReport {
  readonly findings: readonly ImportFinding[];
  /** Source files that the tool was really able to read. */
  readonly read: number;
  /** Source files on disk that it did not read: silence about these means nothing. */
  readonly unread: readonly string[];
}

interface Configuration {
  readonly forbidden: IFlattenedRuleSet['forbidden'];
  readonly options: ICruiseOptions;
}

const folders = ['src', 'scripts', 'seed', 'bench', 'e2e'];

/**
 * Reads the imports of every source file under `root` and judges them by the rules of `.dependency-cruiser.cjs`.
 *
 * Reports which files it read, because the tool calls a tree that it cannot parse a clean one.
 */
export async function importReport(root: string): Promise<ImportReport> {
  const { forbidden, options } = createRequire(import.meta.url)(
    '../../.dependency-cruiser.cjs',
  ) as Configuration;
  const onDisk = folders.flatMap((folder) => sourceFiles(root, folder));
  const present = folders.filter((folder) => onDisk.some((file) => file.startsWith(`${folder}/`)));
  if (present.length === 0) return { findings: [], read: 0, unread: [] };
  const { output } = await cruise(present, {
    ...options,
    baseDir: root,
    ruleSet: { forbidden },
    validate: true,
  } as ICruiseOptions);
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text instead of its result');
  return summary(output, onDisk);
}

function summary(result: ICruiseResult, onDisk: readonly string[]): ImportReport {
  const read = new Set(result.modules.map(({ source }) => source));
  return {
    findings: result.summary.violations.map((violation) => ({
      rule: violation.rule.name,
      from: violation.from,
      to: violation.cycle?.map(({ name }) => name).join(' → ') ?? violation.to,
    })),
    read: onDisk.filter((file) => read.has(file)).length,
    unread: onDisk.filter((file) => !read.has(file)),
  };
}

function sourceFiles(root: string, folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
  return names
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}
