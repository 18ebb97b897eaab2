-- Whoever sees tasks of the whole office or the unit may take their evidence along, and the list of all evidence.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, granted.act, 'all'
  from directory.role r
  cross join (values ('casework.evidence-package.make'), ('casework.evidence-list.export')) as granted (act)
  where r.code in ('focal', 'province', 'leader', 'unit-head', 'officer', 'clerk', 'community', 'admin', 'auditor')
  on conflict do nothing;
