import { download, type Reply } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { fileColumn, mediaTypes } from '#platform/list/row-file.ts';
import { xlsxFile } from '#platform/list/xlsx-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { targetWords } from '../../target/parts/target-words.tsx';
import { texts as targetTexts } from '../../target/texts.ts';
import { recordObjectiveExport } from '../commands.server.ts';
import { treeFilter } from '../input.ts';
import { type LinkCounts, linkFigures } from '../objective.ts';
import * as policy from '../policy.ts';
import { texts } from '../texts.ts';
import { type ObjectiveBranch, readTree, type TargetBranch } from '../tree.server.ts';

interface FileRow {
  readonly branch: ObjectiveBranch;
  /** Null on the row of the objective itself. */
  readonly row: TargetBranch | null;
  readonly counts: LinkCounts;
}

/** The tree of the filter as an Excel file: a row for each objective, and under it one for each of its targets. */
export async function objectiveExportAction(ctx: Ctx, req: Req): Promise<Reply> {
  must(policy.exported(ctx.actor));
  const t = texts(ctx.lang);
  const asked = new URLSearchParams(
    req.form.entries().filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const { branches } = await readTree(ctx, treeFilter(asked));
  const rows = branches.flatMap((branch): FileRow[] => [
    { branch, row: null, counts: branch.counts },
    ...branch.targets.map((row) => ({ branch, row, counts: row.counts })),
  ]);
  await recordObjectiveExport(ctx, { rows: rows.length });
  const file = xlsxFile<FileRow>(t.file.sheet, [
    fileColumn('objective', t.column.objective, ({ branch }) => branch.objective?.title ?? t.none),
    fileColumn('owner', t.column.owner, ({ branch }) => branch.objective?.ownerName ?? null),
    fileColumn('target', t.column.target, ({ row }) => row?.target.text ?? null),
    fileColumn('promise', t.column.promise, ({ row }) =>
      row ? targetWords(ctx.lang, targetTexts(ctx.lang), row.target) : null,
    ),
    fileColumn('result', t.column.result, ({ row }) => (row ? t.noData : null)),
    ...linkFigures.map((name) => fileColumn<FileRow>(name, t.figure[name], ({ counts }) => counts[name])),
  ]);
  const content = Buffer.concat([file.add(rows), file.end()]);
  return download(`${t.file.tree}-${ctx.clock.today()}.xlsx`, mediaTypes.xlsx, content);
}
