import { z } from 'zod';
import { ChainCheck, type ChainFault, type ChainLine } from './chain.ts';

/** Lines in one file; a longer chain is exported in parts, each of which can be checked by itself. */
export const mostExported = 50_000;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const place = z.number().int().min(0);
const text = z.string();

/** The first line of an exported file: which part of whose chain follows, and between which hashes it hangs. */
const header = z.strictObject({
  kind: z.literal('sauro-audit'),
  version: z.literal(1),
  tenantId: text,
  tenantName: text,
  exportedAt: text,
  /** The place before the first line, and its hash. */
  after: z.strictObject({ position: place, hash }),
  /** The last place of the file, and its hash as the database had it. */
  to: z.strictObject({ position: place, hash }),
  /** The end of the whole chain at that moment. */
  chain: z.strictObject({ position: place, hash }),
});
export type ExportHeader = z.infer<typeof header>;

const line = z.strictObject({
  position: place,
  tenantId: text,
  at: text,
  id: text,
  act: text,
  actorKind: text,
  actorId: text.nullable(),
  actorName: text,
  recordKind: text,
  recordId: text,
  before: text.nullable(),
  after: text.nullable(),
  requestId: text,
  remoteAddress: text.nullable(),
  storedAt: text.nullable(),
  hash,
}) satisfies z.ZodType<ChainLine>;

/** A part of a chain as JSON Lines: the header, then a line for each audit line. */
export function toJsonLines(head: ExportHeader, lines: Iterable<ChainLine>): string {
  const written = [JSON.stringify(head)];
  for (const each of lines) written.push(JSON.stringify(each));
  return `${written.join('\n')}\n`;
}

/** What is in an exported file, and where it is not what was exported. */
export interface ExportFinding {
  readonly header: ExportHeader;
  readonly lines: number;
  readonly faults: readonly ChainFault[];
}

/** The file is not an export of ours, or broken in this line of text (from 1). */
export class NoExport extends Error {
  override readonly name = 'NoExport';
  constructor(readonly lineNumber: number) {
    super(`not an exported audit, line ${lineNumber}`);
  }
}

/** Checks an exported file, given line by line. Throws `NoExport` where a line cannot be read. */
export async function checkExport(texts: AsyncIterable<string>): Promise<ExportFinding> {
  let found: { header: ExportHeader; check: ChainCheck } | undefined;
  let number = 0;
  for await (const given of texts) {
    number += 1;
    if (given === '') continue;
    if (!found) {
      const read = parsed(header, given, number);
      found = { header: read, check: new ChainCheck(read.after) };
    } else {
      found.check.take(parsed(line, given, number));
    }
  }
  if (!found) throw new NoExport(1);
  const { check } = found;
  return { header: found.header, lines: check.lines, faults: check.end(found.header.to) };
}

function parsed<Value>(schema: z.ZodType<Value>, given: string, number: number): Value {
  let value: unknown;
  try {
    value = JSON.parse(given);
  } catch {
    throw new NoExport(number);
  }
  const read = schema.safeParse(value);
  if (!read.success) throw new NoExport(number);
  return read.data;
}
