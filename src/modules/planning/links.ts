type Query = Readonly<Record<string, string | undefined>>;

function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

export const plansLink = '/ke-hoach';

/** One plan: sections, tasks, targets, report calendar, citations; or one of its papers and views. */
export function planLink(planId: string, view?: PlanView): string {
  return view ? `${plansLink}/${planId}/${view}` : `${plansLink}/${planId}`;
}

/** The plan as it was issued; what it changed against the version before. */
export type PlanView = 'ban-hanh' | 'thay-doi';

/** The papers of a plan: the plan itself, its tasks unit by unit, what it changed. */
export const paperNames = ['ke-hoach', 'theo-don-vi', 'thay-doi'] as const;
export type PaperName = (typeof paperNames)[number];

/** A paper of an issued plan: its page for printing, or a file. */
export function planPaperLink(planId: string, name: PaperName, form?: 'docx' | 'pdf'): string {
  return `${planLink(planId)}/van-ban/${fileName(name, form)}`;
}

/** A paper of a draft. */
export function draftPaperLink(draftId: string, name: PaperName, form?: 'docx' | 'pdf'): string {
  return `${draftLink(draftId)}/van-ban/${fileName(name, form)}`;
}

function fileName(name: PaperName, form: 'docx' | 'pdf' | undefined): string {
  return form ? `${name}.${form}` : name;
}

/** The task list, filtered as the query says. */
export function tasksLink(query: Query = {}): string {
  return withQuery('/nhiem-vu', query);
}

/** The rows of the task list, all on one page for printing. */
export const tasksPrintLink = '/nhiem-vu/in';

/** One task; `deed` is a form on its way, or a button of its page (POST). */
export function taskLink(taskId: string, deed?: TaskDeed): string {
  return deed ? `/nhiem-vu/${taskId}/${deed}` : `/nhiem-vu/${taskId}`;
}
export type TaskDeed =
  | 'giao'
  | 'nhan'
  | 'khong-nhan'
  | 'bat-dau'
  | 'nop'
  | 'rut-lai'
  | 'duyet'
  | 'tra-lai'
  | 'su-kien'
  | 'huy'
  | 'mo-lai';

/** The target list, filtered as the query says. */
export function targetsLink(query: Query = {}): string {
  return withQuery('/chi-tieu', query);
}

/** One target; `sua` is the form that edits it. */
export function targetLink(targetId: string, deed?: 'sua'): string {
  return deed ? `/chi-tieu/${targetId}/${deed}` : `/chi-tieu/${targetId}`;
}

/** Takes the edit back that made a version of a target (POST). */
export function targetUndoLink(targetId: string, version: number | string): string {
  return `/chi-tieu/${targetId}/hoan-tac/${version}`;
}

/** The rows of the target list, all on one page for printing. */
export const targetsPrintLink = '/chi-tieu/in';

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

/** What is done to a draft as a whole: a form that is sent (POST), or its own page. */
export type DraftWholeDeed =
  | 'xac-nhan'
  | 'hoan-tac'
  | 'bo'
  | 'khoi-phuc'
  | 'ban-hanh-lai'
  | 'thong-tin'
  | 'soat-xong'
  | 'mo-soat'
  | 'thay-the'
  | 'so-sanh'
  | 'nhan-ro'
  | 'lui'
  | 'tien'
  | 'them'
  | 'dang-mo'
  | 'tep'
  | 'sua-de-xuat';

export function draftDeedLink(draftId: string, deed: DraftWholeDeed, query: Query = {}): string {
  return withQuery(`${draftsLink}/${draftId}/${deed}`, query);
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
