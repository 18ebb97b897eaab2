import { type Query, withQuery } from '#platform/http/with-query.ts';

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

/** The sums of the tasks of a filter, group by group, as a file. */
export const taskGroupsLink = '/nhiem-vu/theo-nhom';
/** The form of a task from above (GET), and its entering (POST). */
export const tasksFromAboveLink = '/nhiem-vu/cap-tren';

/** Where a list of tasks from above is uploaded (GET) and entered (POST); its empty template. */
export const taskListFileLink = `${tasksFromAboveLink}/danh-sach`;
export const taskListTemplateLink = `${tasksFromAboveLink}/danh-sach.xlsx`;

/** Throws away a list that was entered by mistake (POST). */
export function discardTaskListLink(listId: string): string {
  return `${taskListFileLink}/${listId}/bo`;
}

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
  | 'doi-han'
  | 'bo'
  | 'lay-lai'
  | 'van-ban-giao'
  | 'xin-doi-han'
  | 'rut-xin-doi-han'
  | 'duyet-doi-han'
  | 'tu-choi-doi-han'
  | 'huy'
  | 'mo-lai';

/** The field of a form that says where it was sent from, and so where it leads back to. */
export const backField = 've';
/** The templates of tasks. */
export const templatesLink = '/mau-nhiem-vu';

/** The form of a new template (GET), and where it is sent (POST); `query` says what it begins with. */
export function newTemplateLink(query: { readonly tu?: string; readonly mau?: string } = {}): string {
  return withQuery(`${templatesLink}/moi`, query);
}

/** One template; `sua` edits it, `dung` makes a task from above from it (GET and POST), the others are sent (POST). */
export function templateLink(templateId: string, deed?: 'sua' | 'dung' | 'bo' | 'khoi-phuc'): string {
  return `${templatesLink}/${templateId}${deed ? `/${deed}` : ''}`;
}

/** Where parts of a task are made from a template: the choice of one, or the preview (GET) and the making (POST). */
export function partsFromTemplateLink(taskId: string, templateId?: string): string {
  return `/nhiem-vu/${taskId}/tu-mau${templateId ? `/${templateId}` : ''}`;
}

/** Takes back what one making from a template made (POST). */
export function takeRunBackLink(runId: string): string {
  return `${templatesLink}/da-tao/${runId}/hoan-tac`;
}
/** The form that adds a part to a task (GET), and where it is sent (POST). */
export function subTasksLink(taskId: string): string {
  return `/nhiem-vu/${taskId}/viec-con`;
}
/** The tasks for which a task waits: the page that finds one (GET), and what is done with it (POST). */
export function dependenciesLink(taskId: string, deed?: 'bo'): string {
  return `/nhiem-vu/${taskId}/cho-nhiem-vu${deed ? `/${deed}` : ''}`;
}
/** The part of one coordinating unit in a task; `deed` is a form of it (POST). */
export function contributionLink(
  taskId: string,
  unitId: string,
  deed?: 'nhan' | 'nop' | 'tu-choi' | 'tra-lai',
): string {
  return `/nhiem-vu/${taskId}/phoi-hop/${unitId}${deed ? `/${deed}` : ''}`;
}

/** Takes the deed back that made this version of a task (POST). */
export function takeLastBackLink(taskId: string, version: number | string): string {
  return `/nhiem-vu/${taskId}/lay-lai/${version}`;
}

/** From when on reminder sheets call a late task red. */
export const chasingRulesLink = '/van-ban/nguong';

/** How the work stood at the end of a day. */
export function progressLink(query: Query = {}): string {
  return withQuery('/tien-do', query);
}

/** The figures, or the tasks behind one, as a file (POST). */
/** The same on one paper, to print, number and sign. */
export function progressPrintLink(query: Query = {}): string {
  return withQuery('/tien-do/in', query);
}

export const progressExportLink = '/tien-do/xuat';

/** What stands in addresses for each way in which figures put tasks together. */
const groupingNames = { unit: 'don-vi', axis: 'linh-vuc', leader: 'lanh-dao' } as const;

/** Exactly the tasks that one figure counted; without a key those of all groups, with null those that have none. */
export function countedLink(figure: {
  readonly day: string;
  readonly figure: string;
  readonly by: keyof typeof groupingNames;
  readonly key?: string | null | undefined;
  readonly cursor?: string | undefined;
}): string {
  return withQuery('/tien-do/viec', {
    ngay: figure.day,
    theo: groupingNames[figure.by],
    nhom: figure.key === null ? 'khong' : figure.key,
    so: figure.figure,
    trang: figure.cursor,
  });
}

/** From how many days late who is told (POST draws another ladder); `ban` fills the form with an earlier one. */
export function escalationLink(query: Query = {}): string {
  return withQuery('/so-don-doc/bac-bao', query);
}

/** Whom the latest ladder would have told in a month; switches it on (POST). */
export function escalationPreviewLink(query: Query = {}): string {
  return withQuery('/so-don-doc/bac-bao/xem-truoc', query);
}

/** Switches the ladder off (POST). */
export const escalationOffLink = '/so-don-doc/bac-bao/tat';

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

/** The tasks that are for a target: the page that chooses them (GET), and linking them (POST). */
export function tasksOfTargetLink(targetId: string, query: Query = {}): string {
  return withQuery(`/chi-tieu/${targetId}/nhiem-vu`, query);
}

/** Unlinks one task from a target, or links it again (POST). */
export function taskOfTargetLink(targetId: string, taskId: string, deed: 'bo' | 'gan'): string {
  return `/chi-tieu/${targetId}/nhiem-vu/${taskId}/${deed}`;
}

/** The targets that a task is for: the page that chooses one (GET), and linking it (POST). */
export function targetsOfTaskLink(taskId: string): string {
  return `/nhiem-vu/${taskId}/chi-tieu`;
}

/** The objective of a target: the form (GET), and putting it there (POST). */
export function targetObjectiveLink(targetId: string): string {
  return `/chi-tieu/${targetId}/muc-tieu`;
}

/** Objectives with their targets and tasks. */
export function objectivesLink(query: Query = {}): string {
  return withQuery('/muc-tieu', query);
}

/** The same all open, for printing; as a file (POST); the form of a new objective. */
export function objectivesPrintLink(query: Query = {}): string {
  return withQuery('/muc-tieu/in', query);
}
export const objectivesExportLink = '/muc-tieu/xuat';
export function newObjectiveLink(planId?: string): string {
  return withQuery('/muc-tieu/moi', { 'ke-hoach': planId });
}

/** One objective; `deed` is a form of it, or a button of its page (POST). */
export function objectiveLink(objectiveId: string, deed?: 'sua' | 'bo' | 'lay-lai'): string {
  return deed ? `/muc-tieu/${objectiveId}/${deed}` : `/muc-tieu/${objectiveId}`;
}

/** Exactly the tasks that a figure of a target or objective counted; of neither, the tasks that are for no target. */
export function linkedTasksLink(query: Query): string {
  return withQuery('/muc-tieu/viec', query);
}

/** The targets that have no task. */
export function bareTargetsLink(query: Query = {}): string {
  return withQuery('/muc-tieu/chi-tieu-trong', query);
}

/** What the words of a plan suggest to link (GET), and linking it (POST). */
export function linkProposalsLink(planId: string): string {
  return withQuery('/muc-tieu/de-xuat', { 'ke-hoach': planId });
}

/** Takes back what was linked together (POST). */
export function linkBatchUndoLink(batchId: string): string {
  return `/muc-tieu/gan/${batchId}/hoan-tac`;
}

/** The year calendar of tasks and reports. */
export function calendarLink(query: Query = {}): string {
  return withQuery('/lich', query);
}

export const conclusionsLink = '/ket-luan';

/** One conclusion; `deed` is a form on its way, or a button of its page (POST). */
export function conclusionLink(
  conclusionId: string,
  deed?: 'sua' | 'bo' | 'lay-lai' | 'dong' | 'doc' | 'tep',
): string {
  return `${conclusionsLink}/${conclusionId}${deed ? `/${deed}` : ''}`;
}

/** The links by which calendar programs read (GET), and where one is made (POST); the query begins the form. */
export function feedsLink(query: Query = {}): string {
  return withQuery('/lich/lien-ket', query);
}

/** Gives a link to a calendar another secret, or ends it (POST). */
export function feedLink(feedId: string, deed: 'doi' | 'thu-hoi'): string {
  return `/lich/lien-ket/${feedId}/${deed}`;
}

/** What a calendar program reads, without a sign-in, by the secret in it. */
export function feedFileLink(secret: string): string {
  return `/lich/${secret}.ics`;
}

/** One task as a file for a calendar program. */
export function taskFileLink(taskId: string): string {
  return `/nhiem-vu/${taskId}/lich.ics`;
}

/** The meeting that an issued paper calls, as a file for a calendar program. */
export function meetingFileLink(paperId: string): string {
  return `/van-ban/${paperId}/lich.ics`;
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

/** The evaluation of heads of units for a month (`thang`: 2026-05). */
export function reviewsLink(query: Query = {}): string {
  return withQuery('/danh-gia-thang', query);
}

/** Opens a month (POST); its table as a file (POST), for printing, as Word; what the office sets for itself. */
export const openReviewsLink = '/danh-gia-thang/mo';
export const reviewExportLink = '/danh-gia-thang/xuat';
export const reviewRulesLink = '/danh-gia-thang/quy-dinh';
export function reviewTableLink(month: string, form?: 'docx'): string {
  return withQuery(form ? '/danh-gia-thang/bang.docx' : '/danh-gia-thang/bang', { thang: month });
}

/** One evaluation; `deed` is a form of it (POST). */
export function reviewLink(reviewId: string, deed?: 'tu-cham' | 'de-xuat' | 'quyet-dinh' | 'mo-lai'): string {
  return deed ? `/danh-gia-thang/${reviewId}/${deed}` : `/danh-gia-thang/${reviewId}`;
}

/** Exactly the tasks that one figure of a month counted: of an evaluation, or of a unit that has none yet. */
export function reviewWorkLink(
  of: { readonly reviewId: string } | { readonly month: string; readonly unitId: string },
  figure: string,
  page?: number,
): string {
  const more = { so: figure, trang: page && page > 1 ? String(page) : undefined };
  return 'reviewId' in of
    ? withQuery(`/danh-gia-thang/${of.reviewId}/so-lieu`, more)
    : withQuery('/danh-gia-thang/so-lieu', { thang: of.month, 'don-vi': of.unitId, ...more });
}

/** The report calendar of a year (`nam`); its periods and the reports of units as lists; the form of an ordered one. */
export function reportCalendarLink(query: Query = {}): string {
  return withQuery('/lich-bao-cao', query);
}
export function reportPeriodsLink(query: Query = {}): string {
  return withQuery('/ky-bao-cao', query);
}
export function reportHandInsLink(query: Query = {}): string {
  return withQuery('/nop-bao-cao', query);
}
export const newReportPeriodLink = '/ky-bao-cao/moi';
