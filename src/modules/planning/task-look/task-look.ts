import type { Clause, ListFilter } from '#platform/list/filter.ts';

/** How tasks are looked at besides the table, as addresses name it: by step, by month, by year, along time. */
export const taskLooks = ['cot', 'lich', 'lich-nam', 'tien-do'] as const;
export type TaskLook = (typeof taskLooks)[number];

/** By what tasks are summed up: lead unit, axis, approver, step. */
export const groupings = ['don-vi', 'truc', 'lanh-dao', 'buoc'] as const;
export type Grouping = (typeof groupings)[number];

/** The field of the list that holds what a grouping goes by. */
export const fieldOf: Readonly<Record<Grouping, string>> = {
  'don-vi': 'don-vi',
  truc: 'truc',
  'lanh-dao': 'nguoi-duyet',
  buoc: 'trang-thai',
};

/** What is counted of a group. `counted` is what its share is taken of: everything that was not cancelled. */
export const figures = ['total', 'open', 'late', 'done', 'cancelled', 'counted'] as const;
export type FigureName = (typeof figures)[number];

const conditions: Readonly<Record<FigureName, Clause | undefined>> = {
  total: undefined,
  open: [{ field: 'trang-thai', operator: 'is', values: ['open'] }],
  late: [{ field: 'han', operator: 'is', values: ['late'] }],
  done: [{ field: 'trang-thai', operator: 'is', values: ['done'] }],
  cancelled: [{ field: 'trang-thai', operator: 'is', values: ['cancelled'] }],
  counted: [{ field: 'trang-thai', operator: 'one-of', values: ['open', 'done'] }],
};

/** The condition of a figure alone; undefined where all tasks count. */
export function conditionOf(figure: FigureName): Clause | undefined {
  return conditions[figure];
}

/** The filter whose list holds just the tasks of one figure; `key` null stands for the tasks without a group. */
export function filterOf(
  filter: ListFilter,
  group: { grouping: Grouping; key: string | null } | undefined,
  figure: FigureName,
): ListFilter {
  const own: Clause[] = group
    ? [
        group.key === null
          ? [{ field: fieldOf[group.grouping], operator: 'empty', values: [] }]
          : [{ field: fieldOf[group.grouping], operator: 'is', values: [group.key] }],
      ]
    : [];
  const condition = conditions[figure];
  return tableOf({ ...filter, clauses: [...filter.clauses, ...own, ...(condition ? [condition] : [])] });
}

/** The same rows as a plain table. */
export function tableOf({ search, clauses, sort }: ListFilter): ListFilter {
  return { search, clauses, sort };
}

/** Done of a hundred that were not cancelled; null where nothing counts. */
export function sharePercent(of: { done: number; counted: number }): number | null {
  return of.counted === 0 ? null : (of.done / of.counted) * 100;
}

/** Cards that a column draws; the others stand in the list. */
export const mostCards = 12;
/** Tasks that a day of the month names; the others stand in the list. */
export const mostOnDay = 3;
