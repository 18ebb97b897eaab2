-- Whoever mends the targets of plans in force orders them under objectives.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, steered.act, g.scope
  from directory.role_grant g
  cross join unnest(array['planning.objective.add', 'planning.objective.edit', 'planning.objective.discard',
    'planning.objective.restore', 'planning.objective.place']) as steered (act)
  where g.act = 'planning.target.edit' on conflict do nothing;

-- Whoever hands a task in says for which targets it is.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, led.act, g.scope
  from directory.role_grant g
  cross join unnest(array['planning.task-target.link', 'planning.task-target.unlink']) as led (act)
  where g.act = 'planning.task.submit' on conflict do nothing;

-- Whoever takes the targets along takes the objectives along.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select tenant_id, role_id, 'planning.objective.export', scope from directory.role_grant
  where act = 'planning.target.export' on conflict do nothing;
