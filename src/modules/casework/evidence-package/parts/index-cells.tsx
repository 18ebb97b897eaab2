import { plainDate } from '#platform/clock/plain-date.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { flagsOf } from '../../evidence/evidence.ts';
import { frozenWords } from '../../evidence/parts/evidence-words.tsx';
import { texts as evidenceTexts } from '../../evidence/texts.ts';
import { texts as signatureTexts } from '../../signature-check/texts.ts';
import type { PackageLine } from '../package-lines.ts';
import { texts } from '../texts.ts';

/** The labels of the columns of an index. */
export function headCells(lang: Lang): string[] {
  return Object.values(texts(lang).index.columns);
}

/** One line of an index, in the order of its columns. */
export function cellsOf(lang: Lang, { record, proof, path, leftOut }: PackageLine): string[] {
  const t = texts(lang).index;
  const of = [record.code, record.title, record.unit ?? ''];
  if (!proof) return [...of, t.without, ...Array.from({ length: headCells(lang).length - 4 }, () => '')];
  const words = evidenceTexts(lang);
  return [
    ...of,
    [proof.title, proof.frozen ? frozenWords(lang, proof.frozen) : ''].filter(Boolean).join(' · '),
    words.kind[proof.kind],
    proof.number ?? '',
    proof.issuedOn ? formatDate(plainDate(proof.issuedOn)) : '',
    proof.issuer ?? '',
    flagsOf(proof, null)
      .map((flag) => words.flag[flag])
      .join('; '),
    proof.file?.signatures ? signatureTexts(lang).standing[proof.file.signatures] : '',
    path ?? (leftOut ? t.leftOut[leftOut] : (proof.url ?? '')),
    proof.file?.sha256 ?? '',
    proof.addedByName,
  ];
}
