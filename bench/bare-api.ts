import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import pg from 'pg';

/** The peer of the API's task list: one query under row-level security, the same words as JSON, nothing else. */
process.once('message', (given) => {
  const { app: connection, tenantId } = given as { app: pg.PoolConfig; tenantId: string };
  const pool = new pg.Pool({ max: 16, ...connection });
  const app = new Hono();
  app.get('/tasks', async (c) => {
    const client = await pool.connect();
    try {
      await client.query(`begin read only; set local app.tenant = '${tenantId}'`);
      const { rows } = await client.query({
        name: 'list',
        text: `select t.id, t.plan_id as "planId", t.section_id as "sectionId", t.code, t.title, t.product, t.state,
            t.due_text as "dueText", t.due_kind as "dueKind", t.due_on::text as "dueOn", t.first_due_on::text as "firstDueOn", t.closed_on::text as "closedOn",
            json_build_object('id', u.id, 'name', u.name) as "leadUnit", t.assignee_id as "assigneeId",
            t.approver_id as "approverId", t.version
          from planning.task t
          left join directory.published_unit u on u.tenant_id = t.tenant_id and u.id = t.lead_unit_id
          where t.tenant_id = $1 order by t.id limit 51`,
        values: [tenantId],
      });
      await client.query('commit');
      return c.json({ items: rows.slice(0, 50), next: null });
    } finally {
      client.release();
    }
  });
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => process.send?.(info.port));
});
