-- Whoever looks after the accounts may put their list into a file.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select tenant_id, role_id, 'directory.account.export', scope
  from directory.role_grant
  where act = 'directory.role.require-factor' on conflict do nothing;
