import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { DisclosureList } from '#ui/disclosure-list/disclosure-list.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { draftDeedLink, draftLink } from '../../links.ts';
import type { Finding, Mend } from '../../plan-check/finding.ts';
import { FindingList, type MendForm } from '../../plan-check/parts/finding-list.tsx';
import type { Doubt } from '../../reading/plan-reading.ts';
import type { ReviewQuery } from '../input.ts';
import type { AnyRow, PlanDraft } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { confidenceOf, gravity } from '../row-confidence.ts';
import { openLink } from './row-list.tsx';
import { titleOf } from './row-words.tsx';
import { type Texts, texts } from '../texts.ts';

const mostShown = 30;

interface DoubtPanelProps {
  readonly ctx: Ctx;
  readonly found: PlanDraft;
  readonly query: ReviewQuery;
  readonly rows: readonly AnyRow[];
  readonly findings: readonly Finding[];
}

/**
 * What a person has to decide, before anything else: contradictions and what must be mended, then what the reader is
 * not sure of, then what is worth a look. What has been seen is no longer listed, unless it must be mended.
 */
export function DoubtPanel({ ctx, found, query, rows, findings }: DoubtPanelProps) {
  const seen = new Set(rows.flatMap((row) => (row.state === 'unseen' ? [] : [row.id as string])));
  const isOpen = (finding: Finding) =>
    finding.keys.length === 0 || finding.keys.some((key) => !seen.has(key));
  const must = findings.filter((finding) => finding.severity === 'must');
  const should = findings.filter((finding) => finding.severity === 'should' && isOpen(finding));
  const shared = {
    lang: ctx.lang,
    hrefOf: (finding: Finding) => placeOf(found, rows, finding),
    mendForm: policy.edit(ctx.actor).allowed
      ? (finding: Finding, mend: Mend) => mendFormOf(found, finding, mend)
      : undefined,
  };
  return (
    <>
      {must.length > 0 && <FindingList {...shared} findings={must} />}
      <ReaderDoubts {...{ ctx, found, query, rows, findings }} />
      {should.length > 0 && (
        <details class="fold">
          <summary>{texts(ctx.lang).reviewing.worthALook(formatNumber(ctx.lang, should.length))}</summary>
          <FindingList {...shared} findings={should} />
        </details>
      )}
    </>
  );
}

/** The points that the reader doubts, each leading to its row; what the check says of a row already is not repeated. */
function ReaderDoubts({ ctx, found, query, rows, findings }: DoubtPanelProps) {
  const t = texts(ctx.lang);
  const number = (n: number) => formatNumber(ctx.lang, n);
  const said = new Set(findings.flatMap((one) => one.keys.map((key) => `${key} ${one.code}`)));
  const doubtful = rows.filter((row) => row.doubts.length > 0 && row.state === 'unseen');
  const points = doubtful.flatMap((row) =>
    row.doubts
      .map((doubt, index) => ({ row, doubt, index }))
      .filter(({ doubt }) => doubt.code !== 'recognised' && !isSaid(said, row, doubt)),
  );
  const grouped = groupedByPlace(points).sort((a, b) => gravity(b.doubt.code) - gravity(a.doubt.code));
  return (
    <Panel
      id="doubts"
      title={grouped.length > 0 ? t.review.doubts(number(grouped.length)) : t.review.noDoubts}
      note={t.review.readWell(number(rows.length - doubtful.length), number(rows.length))}
      isFlush
    >
      {grouped.length > 0 && (
        <DisclosureList
          label={t.review.doubts(number(grouped.length))}
          frame="none"
          tagPlace="start"
          rows={grouped.slice(0, mostShown).map(({ row, doubt, index, times }) => ({
            id: `doubt-${row.id}-${index}`,
            title: doubt.detail ? `«${doubt.detail.slice(0, 160)}»` : titleOf(t, row),
            note: noteOf(t, number, { row, doubt, times }),
            tag: {
              tone: confidenceOf({ doubts: [doubt] }) === 'decide' ? ('late' as const) : ('soon' as const),
              children: t.doubt[doubt.code],
            },
            href: openLink(found, query, row),
          }))}
        />
      )}
    </Panel>
  );
}

interface DoubtPoint {
  readonly row: AnyRow;
  readonly doubt: Doubt;
  readonly index: number;
}

/** One sentence may give many rows, all with the same doubt: that is one point to look at. */
function groupedByPlace(points: readonly DoubtPoint[]): (DoubtPoint & { times: number })[] {
  const groups = new Map<string, DoubtPoint & { times: number }>();
  for (const point of points) {
    const key = `${point.doubt.code} ${point.row.kind} ${point.row.data.line.join(' ') || point.row.id} ${point.doubt.detail ?? ''}`;
    const group = groups.get(key);
    groups.set(key, group ? { ...group, times: group.times + 1 } : { ...point, times: 1 });
  }
  return [...groups.values()];
}

function noteOf(
  t: Texts,
  number: (n: number) => string,
  { row, doubt, times }: Omit<DoubtPoint, 'index'> & { times: number },
): string | undefined {
  const [line] = row.data.line;
  const parts = [
    line ? t.review.line(number(doubt.line ?? line)) : '',
    times > 1 ? t.review.rowCount(number(times)) : '',
  ].filter(Boolean);
  return parts.join(' · ') || undefined;
}

function isSaid(said: ReadonlySet<string>, row: AnyRow, doubt: Doubt): boolean {
  const code = doubt.code === 'conflict' ? 'target-contradiction' : doubt.code;
  return said.has(`${row.id} ${code}`);
}

function placeOf(found: PlanDraft, rows: readonly AnyRow[], finding: Finding): string | undefined {
  const row = rows.find((one) => one.id === finding.keys[0]);
  if (row) return `${draftLink(found.id, { loai: row.kind, dong: row.id })}#row-${row.id}`;
  const [line] = finding.lines;
  return line ? `${draftLink(found.id, { o: String(line) })}#dong-${line}` : undefined;
}

function mendFormOf(found: PlanDraft, finding: Finding, mend: Mend): MendForm {
  return {
    action: draftDeedLink(found.id, 'sua-de-xuat'),
    fields: { code: finding.code, keys: finding.keys.join(' '), mend: finding.mends.indexOf(mend) },
  };
}
