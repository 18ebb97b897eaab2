-- Whoever adds points to conclusions has their files read.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select tenant_id, role_id, 'planning.conclusion.read-file', 'all' from directory.role_grant
  where act = 'planning.conclusion.add-lines' on conflict do nothing;
