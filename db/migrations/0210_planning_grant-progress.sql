-- Whoever takes the list of tasks along takes its figures along.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select tenant_id, role_id, 'planning.progress.export', scope from directory.role_grant
  where act = 'planning.task.export' on conflict do nothing;
