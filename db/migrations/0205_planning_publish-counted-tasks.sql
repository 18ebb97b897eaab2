-- The public page counts what the figures of the office count.
create or replace view planning.published_task with (security_invoker = true) as
  select t.tenant_id, t.id, t.plan_id, t.section_id, t.ordinal, t.code, t.title, t.activity, t.product, t.lead_unit_id,
    t.due_text, t.due_kind, t.due_on, t.state, t.closed_on, t.folded, t.first_due_on
  from planning.task t
  join planning.plan p on p.tenant_id = t.tenant_id and p.id = t.plan_id
  where p.state = 'issued' and t.nature in ('single', 'occurrence');
comment on view planning.published_task is 'Tasks of issued plans without persons, notes or reasons: each that counts, once.';
