-- Whoever administers may give programs their own names and tokens.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select tenant_id, id, act, 'all' from directory.role
  cross join unnest(array[
    'directory.machine.create', 'directory.machine.end', 'directory.machine.restore',
    'directory.machine.create-token', 'directory.machine.revoke-token']) as act
  where code = 'admin'
  on conflict do nothing;
