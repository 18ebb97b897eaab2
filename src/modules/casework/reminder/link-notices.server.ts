import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Db } from '#platform/db/db.ts';

interface ToLink {
  readonly tenantId: string;
  readonly today: PlainDate;
  readonly at: Date;
  readonly ids: readonly string[];
}

/**
 * Names in the ledger the notice that each person got, and the one of whoever stands in for them: after the notices
 * themselves are written at the end of the transaction.
 */
export const noticesToLink = {
  async write(db: Db, gathered: readonly ToLink[]): Promise<void> {
    for (const { tenantId, today, at, ids } of gathered) {
      // What was told at this moment is looked up once for all lines, whatever the planner knows of the tables.
      await sql`with told as materialized (
          select distinct on (n.officer_id, n.record_kind, n.record_id) n.id, n.officer_id, n.record_kind, n.record_id
          from casework.notice n
          where n.tenant_id = ${tenantId} and n.at = ${at} and (n.kind like 'reminded-%' or n.kind like 'escalated-%')
          order by n.officer_id, n.record_kind, n.record_id, n.id desc
        )
        update casework.reminder set notice_id = x.notice_id, substitute_id = x.substitute_id,
          substitute_notice_id = x.substitute_notice_id
        from (
          select r.id, own.id as notice_id, a.substitute_id, theirs.id as substitute_notice_id
          from casework.reminder r
          left join directory.published_absence a on a.tenant_id = r.tenant_id and a.officer_id = r.officer_id
            and ${today}::date between a.from_on and a.to_on
          left join told own on own.officer_id = r.officer_id and own.record_kind = r.record_kind
            and own.record_id = r.record_id
          left join told theirs on theirs.officer_id = a.substitute_id and theirs.record_kind = r.record_kind
            and theirs.record_id = r.record_id
          where r.tenant_id = ${tenantId} and r.at = ${at} and r.id = any(${[...ids]}::uuid[])
        ) x
        where casework.reminder.tenant_id = ${tenantId} and casework.reminder.at = ${at}
          and casework.reminder.id = x.id`.execute(db);
    }
  },
};
