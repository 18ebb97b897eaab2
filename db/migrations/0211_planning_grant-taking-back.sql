-- Whoever accepts tasks takes a slip of the finger back for some minutes.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select tenant_id, role_id, 'planning.task.take-back', 'all' from directory.role_grant
  where act = 'planning.task.accept' on conflict do nothing;
