import type { Translation } from '#platform/i18n/texts.ts';
import type { VerifyAuditTexts } from './texts.ts';

const range = (from: number, to: number) => (from === to ? `line ${from}` : `lines ${from} to ${to}`);

export const en: Translation<VerifyAuditTexts> = {
  part: (tenant, from, to, all) => `Audit of ${tenant}: lines ${from} to ${to} of a chain of ${all}`,
  fault: {
    missing: (from, to) => `missing: ${range(from, to)}`,
    extra: (from, to) => `put in: ${range(from, to)}`,
    changed: (from, to) => `no longer as it was sealed: ${range(from, to)} (or the line just before)`,
  },
  whole: (lines) => `Unbroken: ${lines} lines fit the hashes of the chain.`,
  broken: 'The file is broken.',
  compare: (position, hash) =>
    `Hash at line ${position}: ${hash}. The page Nhật ký and exports of other days must give the same at this line.`,
  noExport: (line) => `The file is no audit exported by Sáu Rõ (JSON Lines), or broken in its line ${line}.`,
  noFile: (file) => `The file ${file} cannot be read.`,
};
