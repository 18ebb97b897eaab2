import { type RawBuilder, sql } from 'kysely';
import { remindedRecordField } from '#modules/casework/links.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { rowSource } from '#platform/list/row-source.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { reminderListShape, type StepGroup } from './reminder-list.ts';
import { visibleTo } from './visible-to.server.ts';

/** A letter that carried a notice out of the app. */
export interface Letter {
  readonly channel: string;
  readonly state: string;
  readonly sentAt: string | null;
  readonly deliveredAt: string | null;
}

/** One line of the ledger: who was told what of which matter, and what became of it. */
export interface ReminderLine {
  readonly id: string;
  readonly at: Date;
  readonly onDate: PlainDate;
  readonly recordKind: string;
  readonly recordId: string;
  readonly title: string;
  readonly officerName: string;
  readonly substituteName: string | null;
  readonly unitName: string | null;
  readonly dueOn: PlainDate;
  readonly firstDueOn: PlainDate | null;
  readonly step: string;
  readonly daysLate: number;
  readonly letters: readonly Letter[];
  /** When the person, or whoever stood in, first opened it. */
  readonly openedAt: Date | null;
  /** When the person, whoever stood in or their unit first did something with the task afterwards. */
  readonly actedAt: Date | null;
}

const notices = sql`(n.notice_id, n.substitute_notice_id)`;

/** The first step that was taken with a task after the reminder, by the person, whoever stood in or their unit. */
const stepsAfter = sql`from planning.published_task_step s
  where s.tenant_id = n.tenant_id and s.task_id = n.record_id and s.at > n.at
    and (s.officer_id in (n.officer_id, n.substitute_id) or s.unit_id = po.unit_id)`;

const opened = sql`from casework.published_notice x
  where x.tenant_id = n.tenant_id and x.id in ${notices} and x.opened_at is not null`;

const ties = [
  { kind: 'instant', sql: sql`n.at` },
  { kind: 'id', sql: sql`n.id` },
] as const;

function lines(ctx: Ctx) {
  return ctx.db
    .selectFrom('casework.published_reminder as n')
    .leftJoin('directory.published_officer as po', (join) =>
      join.onRef('po.tenant_id', '=', 'n.tenant_id').onRef('po.id', '=', 'n.officer_id'),
    )
    .leftJoin('directory.published_officer as so', (join) =>
      join.onRef('so.tenant_id', '=', 'n.tenant_id').onRef('so.id', '=', 'n.substitute_id'),
    )
    .leftJoin('directory.published_unit as u', (join) =>
      join.onRef('u.tenant_id', '=', 'n.tenant_id').onRef('u.id', '=', 'n.unit_id'),
    )
    .select(['n.id', 'n.at', 'n.on_date', 'n.record_kind', 'n.record_id', 'n.title', 'n.officer_name'])
    .select(['n.due_on', 'n.first_due_on', 'n.step', 'n.days_late'])
    .select(['so.full_name as substitute_name', 'u.name as unit_name'])
    .select([
      sql<Date | null>`(select min(x.opened_at) ${opened})`.as('opened_at'),
      sql<Date | null>`(select min(s.at) ${stepsAfter})`.as('acted_at'),
      sql<Letter[] | null>`(select json_agg(json_build_object('channel', d.channel, 'state', d.state,
          'sentAt', d.sent_at, 'deliveredAt', d.delivered_at) order by d.channel)
        from casework.published_notice_delivery d
        where d.tenant_id = n.tenant_id and d.notice_id in ${notices})`.as('letters'),
    ])
    .where('n.tenant_id', '=', ctx.tenant.id)
    .where(visibleTo(ctx.actor));
}

/** The ledger as a list. */
export const reminderRows = rowSource({
  shape: reminderListShape,
  alias: 'n',
  pageSize: 50,
  rows: lines,
  fields: {
    buoc: { matches: (group) => inGroup(group as StepGroup) },
    'don-vi': { kind: 'id', column: sql`n.unit_id` },
    'bao-len': { kind: 'yes-no', column: sql`n.kind = 'escalation'` },
    'da-mo': { kind: 'yes-no', column: sql`exists (select ${opened})` },
    'da-lam': { kind: 'yes-no', column: sql`exists (select ${stepsAfter})` },
    ngay: { kind: 'date', column: sql`n.on_date` },
    nguoi: { kind: 'text', column: sql`n.officer_name` },
    ten: { kind: 'text', column: sql`n.title` },
    [remindedRecordField]: { kind: 'id', column: sql`n.record_id` },
    han: { kind: 'date', column: sql`n.due_on` },
    'ngay-tre': { kind: 'number', column: sql`n.days_late` },
    kenh: {
      matches: (channel) => sql<boolean>`exists (select from casework.published_notice_delivery d
        where d.tenant_id = n.tenant_id and d.notice_id in ${notices} and d.channel = ${channel})`,
    },
  },
  orders: {
    luc: { ties },
    nguoi: { by: { kind: 'text', sql: sql`left(n.officer_name, 100) collate "vi-x-icu"` }, ties },
    han: { by: { kind: 'date', sql: sql`n.due_on` }, ties },
    'ngay-tre': { by: { kind: 'whole', sql: sql`n.days_late` }, ties },
  },
  toRow: (row): ReminderLine => ({
    id: row.id ?? '',
    at: new Date(row.at as unknown as string),
    onDate: row.on_date as PlainDate,
    recordKind: row.record_kind ?? '',
    recordId: row.record_id ?? '',
    title: row.title ?? '',
    officerName: row.officer_name ?? '',
    substituteName: row.substitute_name,
    unitName: row.unit_name,
    dueOn: row.due_on as PlainDate,
    firstDueOn: row.first_due_on as PlainDate | null,
    step: row.step ?? '',
    daysLate: row.days_late ?? 0,
    letters: row.letters ?? [],
    openedAt: row.opened_at && new Date(row.opened_at),
    actedAt: row.acted_at && new Date(row.acted_at),
  }),
});

/** The SQL twin of `groupOf`. */
function inGroup(group: StepGroup): RawBuilder<boolean> {
  switch (group) {
    case 'truoc-han':
      return sql<boolean>`n.step like 'before-%'`;
    case 'dung-han':
      return sql<boolean>`n.step = 'on-the-day'`;
    case 'tre-han':
      return sql<boolean>`n.step like 'late-%'`;
    case 'nguoi-lam':
      return sql<boolean>`n.step = 'escalated-officer'`;
    case 'truong-don-vi':
      return sql<boolean>`n.step = 'escalated-unit-head'`;
    case 'lanh-dao-phu-trach':
      return sql<boolean>`n.step = 'escalated-vice-chair'`;
    case 'nguoi-dung-dau':
      return sql<boolean>`n.step = 'escalated-chair'`;
  }
}
