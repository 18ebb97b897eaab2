import { type Expression, type SqlBool, sql } from 'kysely';
import type { Id } from '#platform/db/id.ts';

/**
 * Tests how the evidence of a task (aliased `t`) stands: none is there, some is of another year than the plan, or a file
 * carries this flag.
 */
export function provenAs(tenantId: Id<'tenant'>, standing: string): Expression<SqlBool> {
  if (standing === 'chua-co')
    return sql`not exists (select from casework.published_evidence e
      where e.tenant_id = ${tenantId} and e.record_kind = 'task' and e.record_id = t.id)`;
  if (standing === 'wrong-year')
    return sql`exists (select from casework.published_evidence e
      join planning.plan p on p.tenant_id = ${tenantId} and p.id = t.plan_id
      where e.tenant_id = ${tenantId} and e.record_kind = 'task' and e.record_id = t.id
        and extract(year from e.issued_on) not between p.year_from and p.year_to)`;
  return sql`exists (select from casework.published_evidence_flag e
    where e.tenant_id = ${tenantId} and e.record_kind = 'task' and e.record_id = t.id and e.flag = ${standing})`;
}
