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
      const told = sql`n.tenant_id = ${tenantId} and n.at = ${at} and n.record_kind = r.record_kind and n.record_id = r.record_id
        and (n.kind like 'reminded-%' or n.kind like 'escalated-%')`;
      await sql`update casework.reminder set notice_id = x.notice_id, substitute_id = x.substitute_id,
          substitute_notice_id = x.substitute_notice_id
        from (
          select r.id, own.id as notice_id, a.substitute_id, theirs.id as substitute_notice_id
          from casework.reminder r
          left join directory.published_absence a on a.tenant_id = r.tenant_id and a.officer_id = r.officer_id
            and ${today}::date between a.from_on and a.to_on
          left join lateral (select n.id from casework.notice n where ${told} and n.officer_id = r.officer_id
            order by n.id desc limit 1) own on true
          left join lateral (select n.id from casework.notice n where ${told} and n.officer_id = a.substitute_id
            order by n.id desc limit 1) theirs on true
          where r.tenant_id = ${tenantId} and r.at = ${at} and r.id = any(${[...ids]}::uuid[])
        ) x
        where casework.reminder.tenant_id = ${tenantId} and casework.reminder.at = ${at}
          and casework.reminder.id = x.id`.execute(db);
    }
  },
};
