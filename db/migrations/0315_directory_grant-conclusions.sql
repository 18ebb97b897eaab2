-- Whoever sees all tasks reads conclusions; whoever gives tasks out keeps them, for all units or for the own one.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, granted.act, 'all'
  from directory.role_grant g
  cross join (values
    ('planning.task.read', 'planning.conclusion.read'),
    ('planning.task.read', 'planning.conclusion.export')
  ) as granted (because, act)
  where g.act = granted.because and g.scope = 'all' on conflict do nothing;
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, granted.act, case when granted.is_charging then g.scope else 'all' end
  from directory.role_grant g
  cross join (values
    ('planning.conclusion.create', false),
    ('planning.conclusion.edit', false),
    ('planning.conclusion.discard', false),
    ('planning.conclusion.restore', false),
    ('planning.conclusion.take-back', false),
    ('planning.conclusion.add-lines', true),
    ('planning.conclusion.edit-line', true)
  ) as granted (act, is_charging)
  where g.act = 'planning.task.assign' and g.scope in ('all', 'unit') on conflict do nothing;
