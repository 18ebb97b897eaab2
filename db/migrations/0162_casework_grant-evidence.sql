-- Whoever works on tasks brings their proof; who leads or steers the plan does so for all of them.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, granted.act, reach.scope
  from directory.role r
  join (values
    ('focal', 'all'), ('province', 'all'), ('leader', 'all'), ('unit-head', 'unit'), ('officer', 'unit'),
    ('clerk', 'unit'), ('community', 'own')
  ) as reach (code, scope) on reach.code = r.code
  cross join (values
    ('casework.evidence.attach'), ('casework.evidence.replace'), ('casework.evidence.remove'), ('casework.evidence.restore')
  ) as granted (act)
  on conflict do nothing;
