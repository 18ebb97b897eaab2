type Query = Readonly<Record<string, string | undefined>>;

function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

export const plansLink = '/ke-hoach';

/** One plan: sections, tasks, targets, report calendar, citations. */
export function planLink(planId: string): string {
  return `${plansLink}/${planId}`;
}

/** The task list, filtered as the query says. */
export function tasksLink(query: Query = {}): string {
  return withQuery('/nhiem-vu', query);
}

/** The task list with the same filter, as a CSV file. */
export function tasksCsvLink(query: Query = {}): string {
  return withQuery('/nhiem-vu.csv', query);
}

/** One task; `deed` is a form on its way (giao, hoan-thanh, huy, mo-lai). */
export function taskLink(taskId: string, deed?: TaskDeed): string {
  return deed ? `/nhiem-vu/${taskId}/${deed}` : `/nhiem-vu/${taskId}`;
}
export type TaskDeed = 'giao' | 'hoan-thanh' | 'huy' | 'mo-lai';

/** The target list, filtered as the query says. */
export function targetsLink(query: Query = {}): string {
  return withQuery('/chi-tieu', query);
}

/** The target list with the same filter, as a CSV file. */
export function targetsCsvLink(query: Query = {}): string {
  return withQuery('/chi-tieu.csv', query);
}

/** The year calendar of tasks and reports. */
export function calendarLink(query: Query = {}): string {
  return withQuery('/lich', query);
}

export const draftsLink = '/du-thao';

/** Where a draft begins; `cach` says how. */
export function startLink(query: Query = {}): string {
  return withQuery(`${draftsLink}/moi`, query);
}

export const pasteLink = `${draftsLink}/dan`;

/** One import: its progress, its review, or what it made. */
export function draftLink(draftId: string, query: Query = {}): string {
  return withQuery(`${draftsLink}/${draftId}`, query);
}

/** A form of an import (POST, or its own page): xac-nhan, hoan-tac, bo, khoi-phuc, thong-tin. */
export function draftDeedLink(
  draftId: string,
  deed: 'xac-nhan' | 'hoan-tac' | 'bo' | 'khoi-phuc' | 'thong-tin',
): string {
  return `${draftsLink}/${draftId}/${deed}`;
}

/** Edits one row of an import (POST). */
export function draftRowLink(draftId: string, rowId: string): string {
  return `${draftsLink}/${draftId}/dong/${rowId}`;
}

/** The page of a plan that everyone may read, on the public site of its commune. */
export function publicPlanLink(slug: string, planId: string): string {
  return `/xa/${encodeURIComponent(slug)}/ke-hoach/${planId}`;
}

/** The public page of one commune. */
export function communeLink(slug: string): string {
  return `/xa/${encodeURIComponent(slug)}`;
}
