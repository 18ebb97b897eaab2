-- Plans that stand already get the objectives, and the links, that issuing gives to plans from now on.
insert into planning.objective (tenant_id, id, plan_id, first_plan_id, section_id, source, ordinal, title, created_at)
  select s.tenant_id, gen_random_uuid(), s.plan_id, s.plan_id, s.id, 'section', s.ordinal + 1, s.title, p.created_at
  from planning.plan_section s
  join planning.plan p on p.tenant_id = s.tenant_id and p.id = s.plan_id
  where p.state = 'issued';
insert into planning.objective (tenant_id, id, plan_id, first_plan_id, source, ordinal, title, created_at)
  select p.tenant_id, gen_random_uuid(), p.id, p.id, 'plan', 0, 'Mục tiêu chung của kế hoạch', p.created_at
  from planning.plan p
  where p.state = 'issued' and exists (select from planning.target g
    where g.tenant_id = p.tenant_id and g.plan_id = p.id and g.section_id is null);
update planning.target g set objective_id = o.id
  from planning.objective o
  where o.tenant_id = g.tenant_id and o.plan_id = g.plan_id and o.section_id is not distinct from g.section_id;
insert into planning.task_target (tenant_id, task_id, target_id, origin, batch_id, created_at)
  select distinct t.tenant_id, t.id, g.id, 'plan', p.id, p.created_at
  from planning.plan p
  join planning.target g on g.tenant_id = p.tenant_id and g.plan_id = p.id
  cross join lateral jsonb_array_elements(g.lines) promised (line)
  join (planning.task t cross join lateral jsonb_array_elements(t.origin_lines) ordered (line))
    on t.tenant_id = p.tenant_id and t.plan_id = p.id and ordered.line = promised.line
  where p.state = 'issued' and t.nature in ('single', 'series');
