-- Whoever keeps the units says who is in charge of them.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select tenant_id, role_id, 'directory.leadership.set', 'all' from directory.role_grant
  where act = 'directory.unit.edit' on conflict do nothing;
