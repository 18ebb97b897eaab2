-- Administrators say which roles need a second factor, and help those who cannot sign in.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, granted.act, 'all'
  from directory.role r
  cross join (values
    ('directory.role.require-factor'), ('directory.password-link.make'),
    ('directory.second-factor.take-away')
  ) as granted (act)
  where r.code = 'admin' on conflict do nothing;
