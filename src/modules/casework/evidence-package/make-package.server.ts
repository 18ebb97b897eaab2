import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ContentMissing } from '#platform/files/content-store.ts';
import { stageContent, type StagedContent } from '#platform/files/stage-content.ts';
import type { FilePlace } from '#platform/files/file-place.ts';
import { type ZipEntry, zipped } from '#platform/files/zip-file.ts';
import { toCsv } from '#platform/http/csv.ts';
import { mostBytes, sumsName } from './evidence-package.ts';
import type { PackageLine } from './package-lines.ts';
import { cellsOf, headCells } from './parts/index-cells.tsx';
import { type IndexHead, indexPage } from './parts/package-index.tsx';

/** A package as it lies on this machine, and what became of its files. */
export interface MadePackage {
  readonly staged: StagedContent;
  readonly fileCount: number;
  readonly leftOutCount: number;
}

/**
 * Packs the files of these lines with an index to read (HTML), one to count with (CSV), one for programs (JSON) and the
 * list of hashes. Files come piece by piece from the store; what the store lacks is left out and said.
 */
export async function makePackage(
  place: FilePlace,
  tenantId: string,
  head: IndexHead,
  lines: readonly PackageLine[],
): Promise<MadePackage> {
  const told = lines.map((line) => ({ ...line }));
  const sums: string[] = [];
  const packed = new Set<string>();
  async function* entries(): AsyncGenerator<ZipEntry, void> {
    for (const line of told) {
      const { path, proof } = line;
      if (path === undefined || !proof?.file || packed.has(path)) continue;
      const { sha256 } = proof.file;
      const content = await place.store.read({ tenantId, sha256 }).catch((error: unknown) => {
        if (error instanceof ContentMissing) return undefined;
        throw error;
      });
      if (!content) {
        for (const other of told)
          if (other.path === path) Object.assign(other, { path: undefined, leftOut: 'missing' });
        continue;
      }
      packed.add(path);
      sums.push(`${sha256}  ${path}\n`);
      yield { name: path, content: content as AsyncIterable<Buffer> };
    }
    yield* indexes(head, told, sums);
  }
  const staged = await stageContent(place.staging, Readable.from(zipped(entries())), 2 * mostBytes);
  return {
    staged,
    fileCount: packed.size,
    leftOutCount: told.filter(({ leftOut }) => leftOut !== undefined).length,
  };
}

/** The indexes stand last, when it is known what is in the package; their own hashes stand in the list too. */
function* indexes(head: IndexHead, lines: readonly PackageLine[], sums: string[]): Generator<ZipEntry, void> {
  const rows = lines.map((line) => cellsOf(head.lang, line));
  const files: readonly (readonly [string, string])[] = [
    ['index.html', indexPage(head, lines)],
    ['index.csv', toCsv(headCells(head.lang), rows)],
    ['index.json', `${JSON.stringify({ ...head, lines: lines.map(written) }, undefined, 2)}\n`],
  ];
  for (const [name, text] of files) {
    const content = Buffer.from(text, 'utf8');
    sums.push(`${createHash('sha256').update(content).digest('hex')}  ${name}\n`);
    yield { name, content: [content] };
  }
  yield { name: sumsName, content: [Buffer.from(sums.join(''), 'utf8')] };
}

function written({ record, proof, path, leftOut }: PackageLine) {
  return {
    record,
    evidence: proof
      ? {
          id: proof.id,
          kind: proof.kind,
          title: proof.title,
          url: proof.url,
          frozen: proof.frozen && {
            list: proof.frozen.source,
            query: proof.frozen.query,
            rows: proof.frozen.rowCount,
            at: proof.frozen.at.toISOString(),
          },
          number: proof.number,
          issuedOn: proof.issuedOn,
          issuer: proof.issuer,
          version: proof.version,
          addedByName: proof.addedByName,
          addedAt: proof.addedAt.toISOString(),
          sha256: proof.file?.sha256 ?? null,
          byteCount: proof.file?.byteCount ?? null,
          signatures: proof.file?.signatures ?? null,
        }
      : null,
    path: path ?? null,
    leftOut: leftOut ?? null,
  };
}
