import { formatDate, formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { Notice } from '#ui/notice/notice.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { SignatureTag } from '../../signature-check/parts/signature-panel.tsx';
import { isListName } from '../../frozen-record/frozen-record.ts';
import { texts as frozenTexts } from '../../frozen-record/texts.ts';
import {
  type Evidence,
  type EvidenceFlag,
  type EvidenceVersion,
  flagsOf,
  type FrozenProof,
  type Years,
} from '../evidence.ts';
import { texts } from '../texts.ts';

const kilobyte = 1024;

/** How large a file is, in the unit that people say. */
export function sizeWords(lang: Lang, byteCount: number): string {
  const t = texts(lang);
  const megabytes = byteCount / kilobyte / kilobyte;
  if (megabytes < 1) return t.smallSize(formatNumber(lang, Math.max(1, Math.round(byteCount / kilobyte))));
  return t.size(formatNumber(lang, Math.round(megabytes * 10) / 10));
}

/** Number, day and body of a document in one line; empty where nothing was said. */
export function documentWords(
  lang: Lang,
  { number, issuedOn, issuer }: Pick<EvidenceVersion, 'number' | 'issuedOn' | 'issuer'>,
): string {
  const t = texts(lang);
  const said = number && (issuedOn ? t.issued(number, formatDate(plainDate(issuedOn))) : t.undated(number));
  return [said, issuer].filter(Boolean).join(' · ');
}

/** How many rows of a list, or items of a record, were frozen, and when. */
export function frozenWords(lang: Lang, { source, rowCount, at }: FrozenProof): string {
  const t = frozenTexts(lang);
  const line = isListName(source) ? t.line : t.single.line;
  return line(formatNumber(lang, rowCount), formatInstant(lang, at));
}

/** What a version is, in one line: its document, its size, who brought it and when. */
export function versionWords(lang: Lang, version: EvidenceVersion): string {
  const t = texts(lang);
  return [
    documentWords(lang, version),
    version.frozen ? frozenWords(lang, version.frozen) : '',
    version.file ? sizeWords(lang, version.file.byteCount) : '',
    t.addedBy(version.addedByName, formatInstant(lang, version.addedAt)),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Flags after which a proof proves nothing as it stands. */
const isGrave: Partial<Readonly<Record<EvidenceFlag, true>>> = {
  unreadable: true,
  'broken-signature': true,
};

/** What is to be looked at, as tags; what cannot be opened comes first. */
export function EvidenceFlags({ lang, proof, years }: { lang: Lang; proof: Evidence; years: Years }) {
  const t = texts(lang);
  const scan = proof.file?.scan;
  return (
    <>
      {scan === 'waiting' && <Tag tone="paused">{t.waitingForScan}</Tag>}
      {scan === 'infected' && <Tag tone="late">{t.harmful}</Tag>}
      {proof.file?.signatures === 'good' && <SignatureTag lang={lang} standing="good" />}
      {flagsOf(proof, years).map((flag) => (
        <Tag key={flag} tone={isGrave[flag] ? 'late' : 'soon'}>
          {t.flag[flag]}
        </Tag>
      ))}
    </>
  );
}

/** The same in sentences, with what to do; nothing where all is well. */
export function FlagSentences({ lang, proof, years }: { lang: Lang; proof: Evidence; years: Years }) {
  const t = texts(lang);
  const flags = flagsOf(proof, years);
  if (flags.length === 0) return null;
  return (
    <Notice tone="soon" title={t.page.attention}>
      {flags
        .map((flag) =>
          flag === 'reused' ? t.flagText.reused(formatNumber(lang, proof.servesRecords)) : t.flagText[flag],
        )
        .join(' ')}
    </Notice>
  );
}
