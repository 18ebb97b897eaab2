-- Everybody sees the report calendar; units hand in their own reports, the focal officer accepts them and sends on.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, 'planning.' || g.act, g.scope
  from directory.role r
  join (values
    ('*', 'report-period.read', 'all'), ('*', 'report-period.export', 'all'),
    ('*', 'report-hand-in.export', 'all'),
    ('unit-head', 'report-hand-in.read', 'unit'), ('officer', 'report-hand-in.read', 'unit'),
    ('clerk', 'report-hand-in.read', 'unit'), ('community', 'report-hand-in.read', 'unit'),
    ('focal', 'report-hand-in.read', 'all'), ('province', 'report-hand-in.read', 'all'),
    ('leader', 'report-hand-in.read', 'all'), ('admin', 'report-hand-in.read', 'all'),
    ('auditor', 'report-hand-in.read', 'all'),
    ('unit-head', 'report-hand-in.hand-in', 'unit'), ('officer', 'report-hand-in.hand-in', 'unit'),
    ('clerk', 'report-hand-in.hand-in', 'unit'), ('community', 'report-hand-in.hand-in', 'unit'),
    ('leader', 'report-hand-in.hand-in', 'unit'),
    ('focal', 'report-hand-in.hand-in', 'all'), ('province', 'report-hand-in.hand-in', 'all'),
    ('unit-head', 'report-hand-in.withdraw', 'unit'), ('officer', 'report-hand-in.withdraw', 'unit'),
    ('clerk', 'report-hand-in.withdraw', 'unit'), ('community', 'report-hand-in.withdraw', 'unit'),
    ('leader', 'report-hand-in.withdraw', 'unit'),
    ('focal', 'report-hand-in.withdraw', 'all'), ('province', 'report-hand-in.withdraw', 'all'),
    ('admin', 'report-period.set-rule', 'all')
  ) as g(code, act, scope) on (g.code = r.code or g.code = '*' and r.code in
    ('focal', 'unit-head', 'officer', 'leader', 'clerk', 'community', 'province', 'admin', 'auditor'))
  on conflict do nothing;
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, 'planning.' || g.act, 'all'
  from directory.role r
  cross join (values
    ('report-period.add'), ('report-period.edit'), ('report-period.discard'), ('report-period.restore'),
    ('report-period.send-on'), ('report-period.reopen'), ('report-period.set-rule'), ('report-hand-in.accept'),
    ('report-hand-in.send-back'), ('report-hand-in.excuse'), ('report-hand-in.take-back'), ('report-hand-in.ask'),
    ('report-hand-in.change-many')
  ) as g(act)
  where r.code in ('focal', 'province', 'leader')
  on conflict do nothing;
