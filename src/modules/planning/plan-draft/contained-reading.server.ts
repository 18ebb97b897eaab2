import { join } from 'node:path';
import { z } from 'zod';
import { productRoot } from '#platform/config/product-root.ts';
import { findTesseract } from '#platform/docread/scan-tesseract.ts';
import { type ContainedRun, runContained } from '#platform/process/contained.ts';
import type { PlanReading } from '../reading/plan-reading.ts';

/** What a file gave: the lines people see and the reading, or the code of why it could not be read. */
export type FileReading =
  | { readonly ok: true; readonly lines: readonly string[]; readonly reading: PlanReading }
  | { readonly ok: false; readonly refusal: string };

/** What was uploaded or pasted. */
export interface KeptSource {
  readonly fileName: string;
  readonly content: Uint8Array;
  readonly isPasted: boolean;
  /** The commune's own units, whose spelling the reading takes. */
  readonly unitNames: readonly string[];
}

const answer = z.union([
  z.object({
    ok: z.literal(true),
    source: z.object({ lines: z.array(z.string()) }),
    reading: z.custom<PlanReading>(
      (value) => typeof value === 'object' && value !== null && 'tasks' in value,
    ),
  }),
  z.object({ ok: z.literal(false), refusal: z.string() }),
]);

/** So many names go along at most; no commune has as many units. */
const mostUnits = 500;

type Limits = Pick<ContainedRun, 'timeoutMs' | 'workMs' | 'maxOldSpaceMb' | 'maxRssMb'>;

const USUAL: Limits = { timeoutMs: 60_000, workMs: 10_000, maxOldSpaceMb: 256, maxRssMb: 400 };
const FOR_RECOGNITION: Limits = { timeoutMs: 5 * 60_000, maxOldSpaceMb: 512, maxRssMb: 1_000 };

/**
 * Reads a file in a process of its own: at most ten seconds of work, a minute in all and 400 MB, and
 * nothing of ours within its reach.
 *
 * A file of scanned pages is read a second time with recognition, where tesseract is installed: at most five minutes
 * and 1 GB; `onProgress` is told of the pages done.
 */
export async function readContained(
  source: KeptSource,
  onProgress?: (done: number, total: number) => void,
): Promise<FileReading> {
  const reading = await runReader(source, [], USUAL);
  const isScanned = !reading.ok && reading.refusal === 'scanned';
  if (!isScanned || findTesseract() === undefined) return reading;
  return runReader(source, ['--recognise'], { ...FOR_RECOGNITION, ...(onProgress ? { onProgress } : {}) });
}

async function runReader(
  { fileName, content, isPasted, unitNames }: KeptSource,
  options: readonly string[],
  limits: Limits & Pick<ContainedRun, 'onProgress'>,
): Promise<FileReading> {
  const run = await runContained({
    args: [
      join(productRoot, 'dist', 'reader.js'),
      '--contained',
      ...(isPasted ? ['--pasted'] : []),
      ...options,
      ...unitNames.slice(0, mostUnits).map((name) => `--unit=${name}`),
      '--name',
      fileName,
      '-',
    ],
    input: content,
    maxOutputBytes: 32 * 1024 * 1024,
    ...limits,
  });
  if (!run.ok) return { ok: false, refusal: run.reason === 'failed' ? 'damaged' : run.reason };
  const parsed = answer.safeParse(jsonOf(run.stdout));
  if (!parsed.success) return { ok: false, refusal: 'damaged' };
  const { data } = parsed;
  return data.ok ? { ok: true, lines: data.source.lines, reading: data.reading } : data;
}

/** What the reader printed; undefined when it ended in the middle of a word. */
function jsonOf(printed: Buffer): unknown {
  try {
    return JSON.parse(printed.toString('utf8'));
  } catch {
    return undefined;
  }
}
