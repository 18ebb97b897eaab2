import type { Commune } from './commune-units.ts';
import type { SourceDocument } from '#platform/docread/document.ts';
import { splitParts } from './annex.ts';
import { type AnnexRow, readAnnexRows } from './annex-rows.ts';
import { joinBrokenCells } from './broken-cells.ts';
import { eachOnce, readCitations } from './citation.ts';
import { findConflicts } from './conflict.ts';
import { doubtRecognised, regimeDoubts, taskDoubts } from './doubt.ts';
import { type PlanYears, soleYear } from './due-parts.ts';
import { readFieldTasks } from './field-task.ts';
import { withoutFurniture } from './page-furniture.ts';
import { withPromises } from './part-promises.ts';
import { type Passage, readPassages } from './passage.ts';
import { gatherFlatTables } from './flat-table.ts';
import { headEnd, readPlanHead } from './plan-head.ts';
import type { Citation, PlanReading, ReadTarget, ReadTask, Repair, Section } from './plan-reading.ts';
import { readProseTasks } from './prose-task.ts';
import { readRegime } from './report-regime.ts';
import { readResponsibilities } from './responsibility.ts';
import { dueBySections, leadBySections } from './section-titles.ts';
import { placeOf } from './row-repair.ts';
import { readTargets, withoutEchoes } from './target.ts';
import { readTargetRow } from './target-row.ts';
import { readTaskRow, type TaskRead } from './task-row.ts';
import { readTaskTargets } from './task-target.ts';

export interface ReadPlanOptions {
  /** The names of the commune's own units: where one is meant, its spelling there is taken. */
  knownUnits?: readonly string[];
}

/**
 * Reads an issued plan: head, sections, tasks, targets, report regime and citations.
 *
 * Pure; never throws on strange content: what is not found is null or an empty list, what is doubtful is named in the
 * doubts of its item.
 */
export function readPlan(
  source: SourceDocument,
  sourceName: string,
  { knownUnits = [] }: ReadPlanOptions = {},
): PlanReading {
  const repairs: Repair[] = [];
  const printed = withoutFurniture(gatherFlatTables(source.blocks), source.format);
  const blocks = joinBrokenCells(source, printed, repairs);
  const parts = splitParts(blocks, source.format, repairs);
  const passages = readPassages(parts.paragraphs, repairs);
  const plan = readPlanHead(passages);
  const years: PlanYears = { from: plan.year_from, to: plan.year_to };
  const level = plan.level ?? 'xã';
  const commune: Commune = { level, knownUnits };
  const body = bodyOf(passages);

  const sections: Section[] = [];
  const reads: TaskRead[] = [];
  const rowTargets: ReadTarget[] = [];
  const citations: Citation[] = body.flatMap((passage) =>
    readCitations(passage.text, passage.where, passage.line),
  );
  const captioned = parts.tables.filter((table) => table.caption && table.purpose === 'tasks').length;
  for (const table of parts.tables) {
    const annex = readAnnexRows(table, captioned > 1, repairs);
    const own: TaskRead[] = [];
    for (const row of annex.rows) {
      if (table.purpose === 'targets') rowTargets.push(...readTargetRow(row, table.columns, soleYear(years)));
      else {
        own.push(readTaskRow(row, table.columns, years, commune));
        rowTargets.push(...readTaskTargets(row, table.columns, soleYear(years)));
      }
      citations.push(...rowCitations(row));
    }
    if (table.purpose === 'tasks') {
      dueBySections(own, annex.sections, years);
      sections.push(...annex.sections);
      reads.push(...own);
    }
  }
  leadBySections(reads, sections, commune);
  if (reads.length === 0) {
    const forms = readFieldTasks(body, years, commune);
    const prose = forms.tasks.length > 0 ? forms : readProseTasks(body, years, commune);
    sections.push(...prose.sections);
    reads.push(...prose.tasks);
  }
  const tasks = reads.map((read) => ({ ...read.task, doubts: taskDoubts(read, sections.length > 0) }));
  const hasAnnex = parts.tables.some((table) => table.purpose === 'tasks');
  const targets = eachTargetOnce([
    ...bodyTargets(body, years),
    ...rowTargets,
    ...(hasAnnex ? tasks.flatMap((task) => taskTargets(task, soleYear(years))) : []),
  ]);
  const regime = readRegime(body, years, level);
  const reading: PlanReading = {
    source: sourceName,
    plan,
    citations: eachOnce(citations),
    sections,
    tasks,
    targets,
    report_regime: regime.map((item) => ({ ...item, doubts: regimeDoubts(item) })),
    responsibilities: readResponsibilities(body, level),
    repairs,
    conflicts: findConflicts({ targets, tasks, regime, body }),
  };
  return source.recognised ? doubtRecognised(reading) : reading;
}

/** The prose between the head and the list of recipients, with the footnotes. */
function bodyOf(passages: readonly Passage[]): Passage[] {
  const start = headEnd(passages);
  const recipients = passages.findIndex(
    (passage, index) => index >= start && /^nơi nhận/iu.test(passage.text),
  );
  return passages.filter(
    (passage, index) => index >= start && (recipients < 0 || index < recipients || passage.footnote),
  );
}

function rowCitations(row: AnnexRow): Citation[] {
  const where = placeOf(row);
  return row.cells.flatMap((cell) => readCitations(cell.text, where, row.line));
}

function bodyTargets(body: readonly Passage[], years: PlanYears): ReadTarget[] {
  let headingYear: number | null = null;
  const headingLines = new Set<number>();
  const targets = withPromises(body, years.from).flatMap((passage) => {
    if (passage.heading) {
      const year = Number(/năm\s+(20\d\d)/iu.exec(passage.text)?.[1] ?? 0);
      headingYear = year > 0 && year >= (years.from ?? 0) ? year : null;
      for (const line of passage.line) headingLines.add(line);
    }
    if (passage.footnote) return [];
    const place = { where: passage.where, line: passage.line, year: headingYear ?? soleYear(years) };
    return readTargets(passage.label?.rest ?? passage.text, place);
  });
  return withoutEchoes(targets, headingLines);
}

function taskTargets(task: ReadTask, year: number | null): ReadTarget[] {
  const where = placeOf(task);
  const place = { where, line: task.line, year };
  return [task.objective, task.task, task.activity, task.product].flatMap((text) =>
    readTargets(text ?? '', place),
  );
}

/** Rows under one merged objective repeat its promise; it counts once. */
function eachTargetOnce(targets: readonly ReadTarget[]): ReadTarget[] {
  const seen = new Set<string>();
  return targets.filter((target) => {
    const section = target.where.startsWith('PL') ? target.where.split('.')[1] : target.line.join();
    const key = [section, target.operator, target.value, target.unit, target.year, target.text].join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
