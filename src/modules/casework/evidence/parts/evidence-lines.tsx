import type { Lang } from '#platform/i18n/lang.ts';
import { EvidenceList } from '#ui/evidence-list/evidence-list.tsx';
import type { Evidence, Years } from '../evidence.ts';
import { texts } from '../texts.ts';
import { EvidenceFlags, versionWords } from './evidence-words.tsx';
import { openLink, proofKind } from './evidence-panel.tsx';

/** The evidence of a record to be looked at where the record is judged, without the ways to change it. */
export function EvidenceLines(props: {
  lang: Lang;
  /** The address of the record. */
  recordLink: string;
  list: readonly Evidence[];
  years: Years;
}) {
  const { lang, recordLink, list, years } = props;
  const t = texts(lang);
  return (
    <EvidenceList
      label={t.list}
      emptyLabel={t.none}
      items={list.map((proof) => ({
        key: proof.id,
        kind: proofKind[proof.kind],
        kindLabel: t.kind[proof.kind],
        title: proof.title,
        href: openLink(recordLink, proof),
        note: versionWords(lang, proof),
        state: <EvidenceFlags lang={lang} proof={proof} years={years} />,
      }))}
    />
  );
}
