import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { readPlan } from '#modules/planning/reading/read-plan.ts';
import { readPlanTexts } from '#modules/planning/reading/read-plan-texts.ts';
import { refusalTexts } from '#modules/planning/reading/refusal-texts.ts';
import { MAX_SOURCE_BYTES } from '#platform/docread/limits.ts';
import type { SourceDocument } from '#platform/docread/document.ts';
import { readPasted } from '#platform/docread/read-pasted.ts';
import { readSource } from '#platform/docread/read-source.ts';
import { Refusal } from '#platform/docread/refusal.ts';
import type { Recognition } from '#platform/docread/scan-pages.ts';
import { findTesseract } from '#platform/docread/scan-tesseract.ts';

const STANDARD_INPUT = '-';

/**
 * The command `read-plan`: prints the reading of one plan as JSON.
 *
 * Gives the exit code: 0 done, 1 the file was refused (one sentence on standard error), 2 wrong arguments. With
 * `--contained` a refusal is an answer like any other: one line of JSON and 0.
 */
export async function readPlanCommand(argv: string[]): Promise<number> {
  const order = parseOrder(argv);
  if (order === undefined) {
    console.error(readPlanTexts.wrongArguments);
    return 2;
  }
  if (order.help) {
    console.log(readPlanTexts.usage);
    return 0;
  }
  try {
    const source = await readAny(await readBytes(order.file), order);
    const reading = readPlan(source, order.name, { knownUnits: order.units });
    if (order.contained) await print(JSON.stringify({ ok: true, source: { lines: source.lines }, reading }));
    else await print(JSON.stringify(reading, undefined, 2));
    return 0;
  } catch (problem) {
    if (problem instanceof Refusal && order.contained) {
      await print(JSON.stringify({ ok: false, refusal: problem.code }));
      return 0;
    }
    if (problem instanceof Refusal) console.error(refusalTexts[problem.code]);
    else if (isFileProblem(problem)) console.error(readPlanTexts.noFile(order.file));
    else throw problem;
    return 1;
  }
}

/** A file as it is, or what was pasted: HTML where its name says so, else plain text. */
async function readAny(bytes: Buffer, { name, pasted, recognise }: Order): Promise<SourceDocument> {
  if (!pasted) return readSource(bytes, name, recognise ? recognition() : undefined);
  const words = bytes.toString('utf8');
  return readPasted(name.endsWith('.html') ? { html: words, text: '' } : { text: words });
}

/** How scanned pages are read here; each page that is done is told on standard error. */
function recognition(): Recognition | undefined {
  const program = findTesseract();
  return program === undefined ? undefined : { program, onProgress: tellProgress };
}

function tellProgress(done: number, total: number): void {
  process.stderr.write(`progress ${done}/${total}\n`);
}

interface Order {
  readonly help: boolean;
  readonly pasted: boolean;
  readonly contained: boolean;
  /** True to recognise pages that are pictures of text. */
  readonly recognise: boolean;
  /** Names of the commune's own units. */
  readonly units: readonly string[];
  readonly file: string;
  /** Name of the plan's file, without folders. */
  readonly name: string;
}

const bare: Order = {
  help: false,
  pasted: false,
  contained: false,
  recognise: false,
  units: [],
  file: '',
  name: '',
};

function parseOrder(argv: string[]): Order | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', default: false },
        contained: { type: 'boolean', default: false },
        pasted: { type: 'boolean', default: false },
        recognise: { type: 'boolean', default: false },
        unit: { type: 'string', multiple: true },
        name: { type: 'string' },
      },
    });
    const [file, ...more] = positionals;
    if (values.help) return { ...bare, help: true };
    if (file === undefined || file === '' || more.length > 0) return undefined;
    const { contained, pasted, recognise, unit: units = [], name = basename(file) } = values;
    return { help: false, contained, pasted, recognise, units, file, name };
  } catch {
    return undefined;
  }
}

async function readBytes(file: string): Promise<Buffer> {
  if (file === STANDARD_INPUT) return await gather(process.stdin);
  const { size } = await stat(file);
  if (size > MAX_SOURCE_BYTES) throw new Refusal('too-large');
  return await gather(createReadStream(file));
}

/** A pipe or a growing file has no size to ask for, so that the limit also holds while reading. */
async function gather(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_SOURCE_BYTES) throw new Refusal('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Waits until a pipe has taken everything, for the process may end right after. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, (problem) => (problem ? reject(problem) : resolve()));
  });
}

function isFileProblem(problem: unknown): boolean {
  return problem instanceof Error && 'syscall' in problem;
}
