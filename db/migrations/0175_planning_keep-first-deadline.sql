-- A deadline that is changed keeps the one that was first: figures go by it.
alter table planning.task add column first_due_on date;
comment on column planning.task.first_due_on is 'The deadline as first set; later ones change due_on only. Null where there is none.';

create or replace view planning.published_task with (security_invoker = true) as
  select t.tenant_id, t.id, t.plan_id, t.section_id, t.ordinal, t.code, t.title, t.activity, t.product, t.lead_unit_id,
    t.due_text, t.due_kind, t.due_on, t.state, t.closed_on, t.folded, t.first_due_on
  from planning.task t
  join planning.plan p on p.tenant_id = t.tenant_id and p.id = t.plan_id
  where p.state = 'issued';
