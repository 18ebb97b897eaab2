import { type ExportedList, exportFormAction, exportFormPage } from '#modules/lists/index.server.ts';
import type { Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { fileColumn } from '#platform/list/row-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { targetsLink } from '../../links.ts';
import * as planPolicy from '../../plan/policy.ts';
import { texts as taskTexts } from '../../task/texts.ts';
import { targetListWords } from '../parts/target-list-words.tsx';
import { targetYears } from '../parts/target-name.tsx';
import { targetWords } from '../parts/target-words.tsx';
import { countTargets, nextTargets, type TargetRow } from '../queries.server.ts';
import { targetListShape } from '../target-list.ts';
import { texts } from '../texts.ts';

/** The target list as it goes into a file. */
export const targetExport: ExportedList<TargetRow> = {
  path: targetsLink(),
  act: 'planning.target.export',
  shape: targetListShape,
  fileName: 'chi-tieu',
  title: (ctx) => texts(ctx.lang).list,
  words: targetListWords,
  columns: (ctx) => {
    const t = texts(ctx.lang);
    const axisWords = taskTexts(ctx.lang).axis;
    return [
      fileColumn('noi-dung', t.fields.text, (row) => row.text),
      fileColumn('thuoc-do', t.fields.metric, (row) => row.metric),
      fileColumn('muc-phai-dat', t.column.comparison, (row) => targetWords(ctx.lang, t, row)),
      fileColumn('muc-dat', t.fields.value, (row) => row.value),
      fileColumn('don-vi-tinh', t.fields.unit, (row) => (row.unit === 'score' ? t.score : row.unit)),
      fileColumn('tinh-tren', t.fields.scope, (row) => row.denominatorScope),
      fileColumn('nam', t.fields.year, (row) => targetYears(ctx.lang, row)),
      fileColumn(
        'muc',
        t.fields.section,
        (row) => row.section && t.section(row.section.code, row.section.title),
      ),
      fileColumn('truc', t.fields.axis, (row) => (row.section?.axis ? axisWords[row.section.axis] : null)),
      fileColumn('ke-hoach', t.fields.plan, (row) => row.plan.title),
    ];
  },
  count: countTargets,
  next: nextTargets,
};

/** Which columns of the targets of the filter go into which file. */
export function targetExportPage(ctx: Ctx, req: Req): Promise<Reply> {
  must(planPolicy.read(ctx.actor));
  return exportFormPage(ctx, req, targetExport);
}

/** The file of the targets of the filter. */
export function targetExportAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(planPolicy.read(ctx.actor));
  return exportFormAction(ctx, req, targetExport);
}
