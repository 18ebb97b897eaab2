import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { checkExport, type ExportFinding, NoExport } from '#platform/audit/export-file.ts';
import { type Lang, langs } from '#platform/i18n/lang.ts';
import { usageOf } from '../usage.ts';
import { texts } from './texts.ts';

/**
 * The command `verify-audit`: says whether an exported audit file is what was exported, line by line, without any
 * database. Gives the exit code: 0 unbroken, 1 broken or no such file, 2 wrongly called.
 */
export async function verifyAudit(argv: string[]): Promise<number> {
  const order = parseOrder(argv);
  if (order === 'help') {
    process.stdout.write(`${usageOf('verify-audit')}\n`);
    return 0;
  }
  if (order === undefined) {
    process.stderr.write(`${usageOf('verify-audit')}\n`);
    return 2;
  }
  try {
    const input = createReadStream(order.file, 'utf8');
    const found = await checkExport(createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }));
    process.stdout.write(`${langs.map((lang) => report(lang, found)).join('\n\n')}\n`);
    return found.faults.length === 0 ? 0 : 1;
  } catch (problem) {
    if (problem instanceof NoExport) return refuse((t) => t.noExport(problem.lineNumber));
    if (isFileProblem(problem)) return refuse((t) => t.noFile(order.file));
    throw problem;
  }
}

function report(lang: Lang, { header, lines, faults }: ExportFinding): string {
  const t = texts(lang);
  const part = t.part(
    header.tenantName,
    header.after.position + 1,
    header.to.position,
    header.chain.position,
  );
  const places = faults.map((fault) => `✗ ${t.fault[fault.kind](fault.from, fault.to)}`);
  const verdict = faults.length === 0 ? `✓ ${t.whole(lines)}` : t.broken;
  return [part, ...places, verdict, t.compare(header.to.position, header.to.hash)].join('\n');
}

function refuse(pick: (t: ReturnType<typeof texts>) => string): number {
  process.stderr.write(`${langs.map((lang) => pick(texts(lang))).join('\n')}\n`);
  return 1;
}

function parseOrder(argv: string[]): { file: string } | 'help' | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h', default: false } },
    });
    if (values.help) return 'help';
    const [file, ...more] = positionals;
    return file !== undefined && more.length === 0 ? { file } : undefined;
  } catch {
    return undefined;
  }
}

function isFileProblem(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && 'syscall' in problem;
}
