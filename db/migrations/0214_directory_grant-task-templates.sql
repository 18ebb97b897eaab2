-- Whoever sees tasks sees the templates; whoever splits tasks makes parts from them; whoever assigns keeps them.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, granted.act, 'all'
  from directory.role_grant g
  cross join (values
    ('planning.task.export', 'planning.task-template.read'),
    ('planning.task.export', 'planning.task-template.export'),
    ('planning.sub-task.add', 'planning.task-template.use'),
    ('planning.sub-task.add', 'planning.task-template.take-back'),
    ('planning.task.assign', 'planning.task-template.create'),
    ('planning.task.assign', 'planning.task-template.edit'),
    ('planning.task.assign', 'planning.task-template.discard'),
    ('planning.task.assign', 'planning.task-template.restore')
  ) as granted (because, act)
  where g.act = granted.because on conflict do nothing;
