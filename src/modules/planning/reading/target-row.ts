import type { AnnexRow } from './annex-rows.ts';
import type { Column } from './column-role.ts';
import { columnOf } from './columns.ts';
import { bare } from './letters.ts';
import type { ReadTarget } from './plan-reading.ts';
import { placeOf } from './row-repair.ts';
import { readTargets } from './target.ts';
import { BEFORE_NUMBER, BEHIND_NUMBER } from './target-words.ts';

const BOUND_BEHIND = /(?:trở|hoặc)\s.*$|[^\p{L}]+$/iu;
/** The whole behind what is reached of it: "11/11". */
const OF_ALL = /^\s?\/\s?\d{1,6}/;
const COUNTED =
  /^(?:(?:tong )?so (?:luong )?)?((?<=so |luong )[a-z]+(?: [a-z]+)?(?:, [a-z]+)?|ho so)(?= (?:co|yeu cau|duoc|bi|phai|da|chua|khong|qua|tre|dat)(?![a-z]))/;
const NUMBER = /(\d{1,6}(?:[.,]\d{1,3})?)\s?(%)?/;

/** The targets of one row of a list of measures: one for each year's column, or the one in its value column. */
export function readTargetRow(
  row: AnnexRow,
  columns: readonly Column[],
  planYear: number | null,
): ReadTarget[] {
  const cell = (column: number): string => row.cells[column]?.text ?? '';
  const name =
    cell(columnOf(columns, 'task')) ||
    cell(columnOf(columns, 'target')) ||
    cell(columnOf(columns, 'objective'));
  const measure = cell(columnOf(columns, 'measure'));
  const place = { where: placeOf(row), line: row.line, year: planYear };
  const targets = columns.flatMap((column, index) => {
    const isValue =
      column.role === 'year' || (column.role === 'target' && index !== columnOf(columns, 'task'));
    const value = isValue ? readValue(cell(index), measure, countedIn(name)) : undefined;
    if (!value || name === '') return [];
    const year = column.role === 'year' ? (column.number ?? planYear) : planYear;
    return [
      {
        text: name,
        metric: name,
        ...value,
        denominator_scope: null,
        ...place,
        line: [...row.line],
        year,
        doubts: [],
      },
    ];
  });
  return targets.length > 0 ? targets : readTargets(name, place);
}

/** What a measure counts by its own name: "thôn, làng" of "Số thôn, làng có tổ …", nothing for a share or score. */
function countedIn(name: string): string {
  const counted = COUNTED.exec(bare(name));
  return counted ? name.slice(counted[0].length - (counted[1]?.length ?? 0), counted[0].length) : '';
}

function readValue(
  text: string,
  measure: string,
  named: string,
): Pick<ReadTarget, 'operator' | 'value' | 'unit'> | undefined {
  const plain = bare(text);
  const match = NUMBER.exec(plain);
  if (!match) return undefined;
  const before = plain.slice(0, match.index);
  const behind = plain.slice(match.index + match[0].length);
  const operator =
    BEHIND_NUMBER.find(([, words]) => words.test(behind))?.[0] ??
    BEFORE_NUMBER.find(([, words]) => words.test(before))?.[0] ??
    '=';
  const counted = text
    .slice(match.index + match[0].length)
    .replace(OF_ALL, '')
    .replace(BOUND_BEHIND, '')
    .trim();
  const unit =
    match[2] ?? (measure.trim().toLowerCase() || counted.toLowerCase() || named.toLowerCase() || 'score');
  return {
    operator,
    value: Number((match[1] ?? '').replace(',', '.')),
    unit: /^ty le$|%/.test(bare(unit)) ? '%' : unit,
  };
}
