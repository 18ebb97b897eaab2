import type { PlainDate } from '#platform/clock/plain-date.ts';

/** A column of a file: its name in addresses, its heading, and what a row holds there. */
export interface FileColumn<Row> {
  readonly name: string;
  readonly label: string;
  readonly value: (row: Row) => FileCell;
}

/** A text, a number or a day; null leaves the cell empty. */
export type FileCell = string | number | { readonly day: PlainDate } | null;

/** A column of a file, said in one line. */
export function fileColumn<Row>(name: string, label: string, value: (row: Row) => FileCell): FileColumn<Row> {
  return { name, label, value };
}

export const fileFormats = ['xlsx', 'csv'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** A file that grows row by row and hands out its bytes as they come, so that nobody holds it whole. */
export interface RowFile<Row> {
  /** The bytes that these rows add; perhaps none yet. */
  add(rows: Iterable<Row>): Uint8Array;
  /** The last bytes. */
  end(): Uint8Array;
}

export const mediaTypes: Readonly<Record<FileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
