import * as policy from '#platform/audit/policy.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Panel } from '#ui/panel/panel.tsx';
import type { AuditWords, HistoryLine } from '../history.ts';
import { listRecordLines, namesIn } from '../queries.server.ts';
import { texts } from '../texts.ts';
import { HistoryList } from './history-list.tsx';

/** The audit of one record, read for a person who may. */
export interface RecordHistoryShown {
  readonly lines: readonly HistoryLine[];
  readonly names: ReadonlyMap<string, string>;
}

/** Reads the audit of a record for its own page; undefined for those who may not read audits, who see none of it. */
export async function readRecordHistory(
  ctx: Ctx,
  recordKind: string,
  recordId: string,
): Promise<RecordHistoryShown | undefined> {
  if (!policy.read(ctx.actor).allowed) return undefined;
  const lines = await listRecordLines(ctx, recordKind, recordId);
  return { lines, names: await namesIn(ctx, lines) };
}

/** The audit of a record as the last part of its page; nothing where it was not read. */
export function RecordHistory({
  ctx,
  shown,
  words,
}: {
  ctx: Ctx;
  shown: RecordHistoryShown | undefined;
  words: AuditWords;
}) {
  if (!shown) return null;
  const t = texts(ctx.lang);
  const { lines, names } = shown;
  return (
    <Panel id="audit" title={t.title} count={lines.length} note={t.note} isFlush={lines.length > 0}>
      {lines.length === 0 ? (
        t.none
      ) : (
        <HistoryList
          lang={ctx.lang}
          words={words}
          names={names}
          lines={lines}
          frame="none"
          linkOf={() => undefined}
        />
      )}
    </Panel>
  );
}
