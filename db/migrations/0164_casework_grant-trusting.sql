-- Administrators say whom the office trusts, and how often a proof may serve before it is worth a second look.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, granted.act, 'all'
  from directory.role r
  cross join (values
    ('casework.trusted-certificate.add'), ('casework.trusted-certificate.remove'), ('casework.trusted-certificate.restore'),
    ('casework.reuse-limit.set')
  ) as granted (act)
  where r.code = 'admin'
  on conflict do nothing;
