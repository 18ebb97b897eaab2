import type { HistoryLine } from '#modules/casework/index.server.ts';
import { type ExportedList, exportFormAction, exportFormPage } from '#modules/lists/index.server.ts';
import * as policy from '#platform/audit/policy.ts';
import { plainDateAt } from '#platform/clock/plain-date.ts';
import type { Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatInstant } from '#platform/i18n/format.ts';
import { fileColumn } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { auditLink } from '../../links.ts';
import { auditListShape, auditListWords } from '../parts/audit-list-words.tsx';
import { countLines, nextLines } from '../list-lines.server.ts';
import { wordsOf } from '../parts/audit-words.tsx';
import { lineNamesIn } from '../queries.server.ts';
import { texts } from '../texts.ts';

type NamedLine = HistoryLine & { readonly recordName: string | null };

/** The audit as it goes into a file, for people; the chain that proves itself is a file of its own. */
export const auditExport: ExportedList<NamedLine> = {
  path: auditLink(),
  act: 'platform.audit.export',
  shape: auditListShape,
  fileName: 'nhat-ky',
  title: (ctx) => texts(ctx.lang).title,
  words: auditListWords,
  columns: (ctx) => {
    const t = texts(ctx.lang).file;
    const words = wordsOf(ctx.lang);
    return [
      fileColumn('dong', t.position, (line) => line.position),
      fileColumn('ngay', t.day, (line) => ({ day: plainDateAt(line.at) })),
      fileColumn('luc', t.at, (line) => formatInstant(ctx.lang, line.at)),
      fileColumn('nguoi', t.person, (line) => line.actorName),
      fileColumn('viec', t.act, (line) => words.acts[line.act] ?? line.act),
      fileColumn('ma-viec', t.actCode, (line) => line.act),
      fileColumn('loai', t.kind, (line) => words.kinds[line.recordKind] ?? line.recordKind),
      fileColumn('ban-ghi', t.record, (line) => line.recordName),
      fileColumn('ma-ban-ghi', t.recordId, (line) => line.recordId),
      fileColumn('truoc', t.before, (line) => line.before && JSON.stringify(line.before)),
      fileColumn('sau', t.after, (line) => line.after && JSON.stringify(line.after)),
      fileColumn('noi', t.place, (line) => line.remoteAddress),
      fileColumn('yeu-cau', t.request, (line) => line.requestId),
      fileColumn('ma-bam', t.hash, (line) => line.hash),
    ];
  },
  count: countLines,
  next: async (ctx, filter, after, size) => {
    const batch = await nextLines(ctx, filter, after, size);
    const names = await lineNamesIn(ctx, batch.rows);
    return {
      rows: batch.rows.map((line) => ({ ...line, recordName: names.get(line.recordId) ?? null })),
      after: batch.after,
    };
  },
};

/** Which columns of the lines of the filter go into which file. */
export function auditExportPage(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.read(ctx.actor));
  return exportFormPage(ctx, req, auditExport);
}

/** The file of the lines of the filter. */
export function auditExportAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.read(ctx.actor));
  return exportFormAction(ctx, req, auditExport);
}
