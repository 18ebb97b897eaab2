-- What other modules show by name they also find by name, marks aside.
create or replace view directory.published_unit with (security_invoker = true) as
  select tenant_id, id, name, is_collective, ordinal, ended_on, folded from directory.unit;

create or replace view directory.published_officer with (security_invoker = true) as
  select o.tenant_id, o.id, o.full_name, o.given_name, o.ended_on, p.title as position_title, p.is_head, p.unit_id, o.folded
  from directory.officer o
  join directory.position p on p.tenant_id = o.tenant_id and p.id = o.position_id;

create or replace view planning.published_plan with (security_invoker = true) as
  select tenant_id, id, kind, title, number, issued_on, year_from, year_to, signer_name, signer_title, folded
  from planning.plan where state = 'issued';

create or replace view planning.published_task with (security_invoker = true) as
  select t.tenant_id, t.id, t.plan_id, t.section_id, t.ordinal, t.code, t.title, t.activity, t.product, t.lead_unit_id,
    t.due_text, t.due_kind, t.due_on, t.state, t.closed_on, t.folded
  from planning.task t
  join planning.plan p on p.tenant_id = t.tenant_id and p.id = t.plan_id
  where p.state = 'issued';
