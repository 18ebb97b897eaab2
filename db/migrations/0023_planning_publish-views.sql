-- What other modules and the public page may read of plans: only what is issued, nothing about persons.
create view planning.published_plan with (security_invoker = true) as
  select tenant_id, id, kind, title, number, issued_on, year_from, year_to, signer_name, signer_title
  from planning.plan where state = 'issued';

create view planning.published_task with (security_invoker = true) as
  select t.tenant_id, t.id, t.plan_id, t.section_id, t.ordinal, t.code, t.title, t.activity, t.product, t.lead_unit_id,
    t.due_text, t.due_kind, t.due_on, t.state, t.closed_on
  from planning.task t
  join planning.plan p on p.tenant_id = t.tenant_id and p.id = t.plan_id
  where p.state = 'issued';

create view planning.published_target with (security_invoker = true) as
  select g.tenant_id, g.id, g.plan_id, g.section_id, g.ordinal, g.text, g.metric, g.operator, g.value, g.unit,
    g.denominator_scope, g.year
  from planning.target g
  join planning.plan p on p.tenant_id = g.tenant_id and p.id = g.plan_id
  where p.state = 'issued';

create view planning.published_section with (security_invoker = true) as
  select s.tenant_id, s.id, s.plan_id, s.ordinal, s.code, s.title, s.axis
  from planning.plan_section s
  join planning.plan p on p.tenant_id = s.tenant_id and p.id = s.plan_id
  where p.state = 'issued';

comment on view planning.published_plan is 'Issued plans, for the public page and for modules above.';
comment on view planning.published_task is 'Tasks of issued plans without persons, notes or reasons.';
comment on view planning.published_target is 'Targets of issued plans.';
comment on view planning.published_section is 'Sections of issued plans.';
grant select on planning.published_plan, planning.published_task, planning.published_target, planning.published_section to sauro_app;
