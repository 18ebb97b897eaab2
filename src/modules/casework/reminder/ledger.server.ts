import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Db } from '#platform/db/db.ts';
import type { Due } from './reminder.ts';

/** A line of the ledger to be. */
export interface Line extends Due {
  readonly id: string;
  /** Told by something stronger of the same matter on the same morning. */
  readonly isCovered: boolean;
}

/** Lines that are written together: of one kind of record, told at one moment. */
interface Page {
  readonly tenantId: string;
  readonly today: PlainDate;
  readonly at: Date;
  readonly recordKind: string;
  readonly lines: readonly Line[];
}

/**
 * The ledger of what people were reminded of, written once the notices stand: each line with the notice that the person
 * got, and the one of whoever stands in for them. What belongs together is found here and not by a join, which the planner
 * would choose by the sizes that the tables had before the round.
 */
export const ledger = {
  async write(db: Db, pages: readonly Page[]): Promise<void> {
    for (const page of pages) await writePage(db, page);
  },
};

async function writePage(db: Db, { tenantId, today, at, recordKind, lines }: Page): Promise<void> {
  const substitutes = await substitutesOn(db, tenantId, today, lines);
  const told = await toldAt(db, tenantId, at, recordKind);
  const rows = lines.map((line) => {
    const substituteId = substitutes.get(line.officerId);
    return {
      ...line,
      noticeId: told.get(`${line.officerId} ${line.recordId}`),
      substituteId,
      substituteNoticeId: substituteId && told.get(`${substituteId} ${line.recordId}`),
    };
  });
  await sql`
    insert into casework.reminder (tenant_id, at, id, on_date, kind, record_kind, record_id, officer_id, unit_id, due_on,
      first_due_on, step, days_late, is_covered, title, officer_name, notice_id, substitute_id, substitute_notice_id)
    select ${tenantId}::uuid, ${at}, g.id, ${today}::date, g.kind, ${recordKind}, g."recordId",
      g."officerId", g."unitId", g."dueOn", g."firstDueOn", g.step, g."daysLate", g."isCovered", g.title,
      coalesce(o.full_name, ''), g."noticeId", g."substituteId", g."substituteNoticeId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, kind text, "recordId" uuid, "officerId" uuid,
      "unitId" uuid, "dueOn" date, "firstDueOn" date, step text, "daysLate" integer, "isCovered" boolean, title text,
      "noticeId" uuid, "substituteId" uuid, "substituteNoticeId" uuid)
    left join directory.published_officer o on o.tenant_id = ${tenantId} and o.id = g."officerId"
    order by g."recordId", g."officerId", g.step`.execute(db);
}

/** Who stands in for whom on this day. */
async function substitutesOn(
  db: Db,
  tenantId: string,
  today: PlainDate,
  lines: readonly Line[],
): Promise<ReadonlyMap<string, string>> {
  const officerIds = [...new Set(lines.map(({ officerId }) => officerId))];
  const { rows } = await sql<{ officer_id: string; substitute_id: string }>`
    select officer_id, substitute_id from directory.published_absence
    where tenant_id = ${tenantId} and officer_id = any(${officerIds}::uuid[])
      and ${today}::date between from_on and to_on`.execute(db);
  return new Map(rows.map((row) => [row.officer_id, row.substitute_id]));
}

/**
 * The notices of this moment by their person and record; of two, the one that was made last. They are looked for by the
 * moment alone, which no other act shares but by chance, so that the way to them is the same in a ledger of any size.
 */
async function toldAt(
  db: Db,
  tenantId: string,
  at: Date,
  recordKind: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; officer_id: string; record_id: string }>`
    select id, officer_id, record_id from casework.notice
    where tenant_id = ${tenantId} and at = ${at} and record_kind = ${recordKind}
      and (kind like 'reminded-%' or kind like 'escalated-%')
    order by id`.execute(db);
  return new Map(rows.map((row) => [`${row.officer_id} ${row.record_id}`, row.id]));
}
