-- Whoever takes the list of papers along may print the papers in one file.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, 'casework.paper-batch.make', 'all'
  from directory.role r where r.code in ('focal', 'province', 'leader', 'unit-head', 'admin', 'auditor')
  on conflict do nothing;
