import { download, type Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { fileColumn, type FileColumn, mediaTypes } from '#platform/list/row-file.ts';
import { xlsxFile } from '#platform/list/xlsx-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { recordReviewExport } from '../commands/record-export.server.ts';
import { workFigures } from '../counted-work.ts';
import { monthName } from '../month-name.ts';
import { readMonth, type UnitMonth } from '../month-view.server.ts';
import { peopleOf, shownState } from '../parts/month-table.tsx';
import * as policy from '../policy.ts';
import { toldParts } from '../review-rules.ts';
import { texts } from '../texts.ts';
import { askedMonth } from '../asked-month.ts';

/** The table of a month as an Excel file. */
export async function monthExportAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.exported(ctx.actor));
  const t = texts(ctx.lang);
  const { month } = askedMonth({ get: () => req.form.text('thang') }, ctx.clock.today());
  const { rows } = await readMonth(ctx, month);
  await recordReviewExport(ctx, month, { rows: rows.length, format: 'xlsx' });
  const columns: FileColumn<UnitMonth>[] = [
    fileColumn('unit', t.column.unitName, ({ unit }) => unit.name),
    fileColumn('head', t.column.head, (row) => row.review?.officerName ?? peopleOf(ctx.lang, row)),
    ...workFigures.map((figure) =>
      fileColumn<UnitMonth>(figure, t.figure[figure], ({ counts }) => counts[figure]),
    ),
    ...toldParts.map((part) =>
      fileColumn<UnitMonth>(part, t.column[part], ({ facts }) => facts?.percents[part] ?? null),
    ),
    fileColumn('points', t.column.points, ({ total }) => total),
    fileColumn('grade', t.column.grade, ({ grade }) => (grade ? t.grade[grade] : null)),
    fileColumn('state', t.column.state, (row) => t.state[shownState(row)]),
  ];
  const file = xlsxFile(`${t.title} ${monthName(month)}`, columns);
  const content = Buffer.concat([file.add(rows), file.end()]);
  return download(`danh-gia-thang-${month.key}.xlsx`, mediaTypes.xlsx, content);
}
