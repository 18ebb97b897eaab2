import { sql } from 'kysely';
import type { Act } from '#platform/db/act.ts';
import { newId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type EarlierObjective, pairSections } from './plan-objectives.ts';
import { texts } from './texts.ts';

/** The version that a plan takes the place of, and which of its targets go on, by their places. */
export interface EarlierTargets {
  readonly planId: string;
  readonly pairs: readonly { readonly from: number; readonly to: number }[];
  /** The rows of the plan whose tasks the version before did not have. */
  readonly freshRowIds: readonly string[];
}

/**
 * Gives a plan that has just been issued its objectives: one for each section, and one for what is promised outside
 * them. Those of the version before live on in it, with who answers for them, what was added by hand, and the links of
 * the targets that stay. Links are made only where the plan itself says so: a target in the row of a task is the task's.
 */
export async function storeObjectives(
  ctx: Ctx,
  tx: Act,
  planId: string,
  earlier: EarlierTargets | undefined,
): Promise<void> {
  const bySection = await takeSections(ctx, tx, planId, earlier?.planId);
  const carried = earlier ? await placeCarried(ctx, tx, planId, earlier) : [];
  await sql`
    update planning.target g set objective_id = said.objective_id
    from jsonb_to_recordset(${JSON.stringify(bySection)}::jsonb) as said (section_id uuid, objective_id uuid)
    where g.tenant_id = ${ctx.tenant.id} and g.plan_id = ${planId} and g.objective_id is null
      and g.section_id is not distinct from said.section_id`.execute(tx.db);
  await sql`
    insert into planning.task_target (tenant_id, task_id, target_id, origin, batch_id, created_at)
    select distinct t.tenant_id, t.id, g.id, 'plan', ${planId}::uuid, ${tx.now}::timestamptz
    from planning.target g
    cross join lateral jsonb_array_elements(g.lines) promised (line)
    join (planning.task t cross join lateral jsonb_array_elements(t.origin_lines) ordered (line))
      on t.tenant_id = g.tenant_id and t.plan_id = g.plan_id and ordered.line = promised.line
    where g.tenant_id = ${ctx.tenant.id} and g.plan_id = ${planId} and t.nature in ('single', 'series')
      -- What stood in the version before is linked as it was then: nobody's unlinking is undone.
      and not (g.id = any(${carried}::uuid[]) and not t.draft_row_id = any(${[...(earlier?.freshRowIds ?? [])]}::uuid[]))
    on conflict do nothing`.execute(tx.db);
}

/**
 * Gives the objectives that an amendment took over back to the version before, under the sections that they had there;
 * the links of that version's targets have stood all the time.
 */
export async function giveObjectivesBack(
  ctx: Ctx,
  tx: Act,
  planId: string,
  earlierId: string,
): Promise<void> {
  await sql`
    update planning.objective o set plan_id = ${earlierId}, section_id = e.id,
      title = case when o.source = 'section' and o.title = s.title then coalesce(e.title, o.title) else o.title end
    from planning.objective held
    left join planning.plan_section s on s.tenant_id = held.tenant_id and s.id = held.section_id
    left join lateral (select e.id, e.title from planning.plan_section e
      where e.tenant_id = held.tenant_id and e.plan_id = ${earlierId} and (e.title = s.title or e.code = s.code)
      order by (e.title = s.title and e.code = s.code) desc, (e.title = s.title) desc, e.ordinal limit 1) e on true
    where o.tenant_id = ${ctx.tenant.id} and o.id = held.id and held.tenant_id = o.tenant_id
      and held.plan_id = ${planId} and held.first_plan_id <> ${planId}`.execute(tx.db);
}

/** Removes what hangs on the targets and tasks of a plan that is taken back; its targets are removed by the caller next. */
export async function removeLinks(ctx: Ctx, tx: Act, planId: string): Promise<void> {
  await sql`
    delete from planning.task_target l where l.tenant_id = ${ctx.tenant.id} and (
      exists (select from planning.target g where g.tenant_id = l.tenant_id and g.id = l.target_id and g.plan_id = ${planId})
      or exists (select from planning.task t where t.tenant_id = l.tenant_id and t.id = l.task_id and t.plan_id = ${planId}))`.execute(
    tx.db,
  );
}

/** Whether people have ordered objectives or linked tasks since a plan was issued: taking it back would undo that unseen. */
export async function isOrderedSince(ctx: Ctx, tx: Act, planId: string): Promise<boolean> {
  const { rows } = await sql<{ is_ordered: boolean }>`
    select exists (select from planning.objective_event e
        join planning.objective o on o.tenant_id = e.tenant_id and o.id = e.objective_id
        where o.tenant_id = p.tenant_id and o.plan_id = p.id and e.at > p.created_at)
      or exists (select from planning.task_target l
        join planning.target g on g.tenant_id = l.tenant_id and g.id = l.target_id
        where g.tenant_id = p.tenant_id and g.plan_id = p.id and l.created_at > p.created_at) as is_ordered
    from planning.plan p where p.tenant_id = ${ctx.tenant.id} and p.id = ${planId}`.execute(tx.db);
  return rows[0]?.is_ordered ?? false;
}

/** The objective of each section of the plan, taken over or made; a null section is what stands outside them. */
async function takeSections(
  ctx: Ctx,
  tx: Act,
  planId: string,
  earlierId: string | undefined,
): Promise<{ section_id: string | null; objective_id: string }[]> {
  const sections = await tx.db
    .selectFrom('planning.plan_section')
    .select(['id', 'code', 'title'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('plan_id', '=', planId)
    .orderBy('ordinal')
    .execute();
  const earlier = earlierId ? await earlierObjectives(ctx, tx, earlierId) : [];
  const pairs = pairSections(sections, earlier);
  const whole = earlier.find((one) => one.source === 'plan');
  const loose = await tx.db
    .selectFrom('planning.target')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('plan_id', '=', planId)
    .where('section_id', 'is', null)
    .limit(1)
    .executeTakeFirst();
  const wanted = [
    ...(whole || loose ? [{ section: null, held: whole, ordinal: 0, title: texts('vi').whole }] : []),
    ...sections.map((section, place) => ({
      section,
      held: pairs.get(section.id),
      ordinal: place + 1,
      title: section.title,
    })),
  ];
  const rows = wanted.map(({ section, held, ordinal, title }) => ({
    id: held?.id ?? newId<'objective'>(),
    section_id: section?.id ?? null,
    source: section ? 'section' : 'plan',
    ordinal,
    // What a person called it stays; what nobody touched follows the plan.
    title: held && held.title !== held.section?.title ? held.title : title,
  }));
  const byHand = earlier.filter((one) => one.source === 'hand').map((one) => one.id);
  await takeOver(ctx, tx, planId, rows, byHand);
  return rows.map(({ id, section_id }) => ({ section_id, objective_id: id }));
}

async function takeOver(
  ctx: Ctx,
  tx: Act,
  planId: string,
  rows: readonly { id: string; section_id: string | null; source: string; ordinal: number; title: string }[],
  byHand: readonly string[],
): Promise<void> {
  await sql`
    insert into planning.objective as o (tenant_id, id, plan_id, first_plan_id, section_id, source, ordinal, title, created_at)
    select ${ctx.tenant.id}::uuid, said.id, ${planId}::uuid, ${planId}::uuid, said.section_id, said.source, said.ordinal, said.title,
      ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as said (id uuid, section_id uuid, source text, ordinal integer, title text)
    on conflict (tenant_id, id) do update set plan_id = excluded.plan_id, section_id = excluded.section_id,
      ordinal = excluded.ordinal, title = excluded.title`.execute(tx.db);
  if (byHand.length === 0) return;
  await tx.db
    .updateTable('planning.objective')
    .set({ plan_id: planId })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', 'in', [...byHand])
    .execute();
}

async function earlierObjectives(ctx: Ctx, tx: Act, planId: string): Promise<EarlierObjective[]> {
  const rows = await tx.db
    .selectFrom('planning.objective as o')
    .leftJoin('planning.plan_section as s', (join) =>
      join.onRef('s.tenant_id', '=', 'o.tenant_id').onRef('s.id', '=', 'o.section_id'),
    )
    .select(['o.id', 'o.source', 'o.title', 's.code', 's.title as section_title'])
    .where('o.tenant_id', '=', ctx.tenant.id)
    .where('o.plan_id', '=', planId)
    .orderBy('o.ordinal')
    .orderBy('o.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    source: row.source,
    title: row.title,
    section: row.code === null ? null : { code: row.code, title: row.section_title ?? '' },
  }));
}

/**
 * Puts the targets that stay under the objective where a person had put them, and links the tasks that stay as they
 * were. Gives the ids of the targets that stay.
 */
async function placeCarried(
  ctx: Ctx,
  tx: Act,
  planId: string,
  { planId: earlierId, pairs }: EarlierTargets,
): Promise<string[]> {
  const said = JSON.stringify(pairs.map(({ from, to }) => ({ before: from, after: to })));
  const paired = sql`jsonb_to_recordset(${said}::jsonb) as said (before integer, after integer)
    join planning.target was on was.tenant_id = ${ctx.tenant.id} and was.plan_id = ${earlierId} and was.ordinal = said.before
    join planning.target g on g.tenant_id = ${ctx.tenant.id} and g.plan_id = ${planId} and g.ordinal = said.after`;
  const { rows } = await sql<{ id: string }>`select g.id from ${paired}`.execute(tx.db);
  // What nobody placed follows the section that it has now.
  await sql`
    update planning.target moved set objective_id = was.objective_id, is_placed = true
    from ${paired}
    join planning.objective o on o.tenant_id = ${ctx.tenant.id} and o.id = was.objective_id and o.plan_id = ${planId}
    where moved.tenant_id = ${ctx.tenant.id} and moved.id = g.id and was.is_placed`.execute(tx.db);
  await sql`
    insert into planning.task_target (tenant_id, task_id, target_id, origin, batch_id, created_at)
    select l.tenant_id, l.task_id, g.id, l.origin, l.batch_id, l.created_at
    from ${paired}
    join planning.task_target l on l.tenant_id = was.tenant_id and l.target_id = was.id
    join planning.task t on t.tenant_id = l.tenant_id and t.id = l.task_id and t.plan_id = ${planId}
    on conflict do nothing`.execute(tx.db);
  return rows.map((row) => row.id);
}
