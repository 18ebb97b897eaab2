/**
 * A backup is one gzipped tar, which any machine can open: `about.json` first, then the rows of each table as
 * PostgreSQL's own COPY text in parts of a few megabytes, then the contents of files in parts as large, and `seal.json`
 * last, without which the file is cut off.
 */
import { z } from 'zod';

/** Raised when an older program could misread the file: 2 holds the contents of files. */
export const FORMAT = 2;

export const aboutName = 'about.json';
export const sealName = 'seal.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const identifier = z.string().regex(/^[a-z_][a-z0-9_]*$/);
const tableName = z.string().regex(/^[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*$/);
const count = z.number().int().nonnegative();

/** What can be read of a file of any format, also of one that is newer than this program. */
export const formatSchema = z.looseObject({
  product: z.literal('sau-ro'),
  format: z.number().int().positive(),
});

/** From which database, by which program and when the backup was made, and what is in it. */
export const aboutSchema = z.object({
  product: z.literal('sau-ro'),
  format: z.union([z.literal(1), z.literal(FORMAT)]),
  release: z.string().max(100),
  madeAt: z.iso.datetime(),
  postgres: z.string().max(100),
  /** The version of the job queue's own tables. */
  queueVersion: count,
  /** In the order in which they were applied. */
  migrations: z.array(z.object({ name: z.string().regex(/^[\w.-]+\.sql$/), sha256 })),
  tables: z.array(z.object({ name: tableName, columns: z.array(identifier) })),
  sequences: z.array(z.object({ name: tableName, lastValue: z.string().regex(/^-?\d{1,20}$/) })),
});

/** Written when everything else has been: how much each table holds, and by what it is known. */
export const sealSchema = z.object({
  aboutSha256: sha256,
  tables: z.array(z.object({ name: tableName, rows: count, bytes: count, sha256 })),
  /** Contents of files that the rows tell of; what was not whole in the store could not be saved. */
  contents: z.array(z.object({ tenantId: z.uuid(), sha256, bytes: count, isWhole: z.boolean() })).default([]),
});

export type About = z.infer<typeof aboutSchema>;
export type Seal = z.infer<typeof sealSchema>;
export type SealedTable = Seal['tables'][number];
export type SealedContent = Seal['contents'][number];

/** The name of a part of a table's rows in the archive. */
export function partName(table: string, ordinal: number): string {
  return `data/${table}/${String(ordinal).padStart(6, '0')}.copy`;
}

/** The table that a part belongs to; undefined for any other entry. */
export function tableOfPart(name: string): string | undefined {
  return /^data\/([^/]+)\/\d{6,}\.copy$/.exec(name)?.[1];
}

/** The name of a part of a file's content. */
export function contentPartName(tenantId: string, hash: string, ordinal: number): string {
  return `files/${tenantId}/${hash}/${String(ordinal).padStart(6, '0')}.part`;
}

/** The content that a part belongs to, as `<tenant>/<sha256>`; undefined for any other entry. */
export function contentOfPart(name: string): string | undefined {
  return /^files\/([0-9a-f-]{36}\/[0-9a-f]{64})\/\d{6,}\.part$/.exec(name)?.[1];
}
