-- Administrators of tenants that stand already get what new ones start with.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, granted.act, 'all'
  from directory.role r
  cross join (values
    ('directory.unit.edit'), ('directory.unit.reorder'), ('directory.unit.end'), ('directory.unit.restore'),
    ('directory.officer.edit'), ('directory.officer.move'), ('directory.officer.end'), ('directory.officer.restore'),
    ('directory.officer-import.enter'), ('directory.officer-import.take-back'),
    ('directory.account.lock'), ('directory.account.unlock'), ('directory.account.set-roles'),
    ('directory.account.reset-password'),
    ('directory.role.create'), ('directory.role.edit'), ('directory.role.end'), ('directory.role.restore'),
    ('directory.absence.record'), ('directory.absence.cancel'), ('directory.absence.restore'),
    ('directory.tenant.edit'),
    ('calendar.own-day.set'), ('calendar.own-day.remove'), ('calendar.own-day.restore')
  ) as granted (act)
  where r.code = 'admin' on conflict do nothing;

insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, granted.act, 'unit'
  from directory.role r
  cross join (values
    ('directory.absence.record'), ('directory.absence.cancel'), ('directory.absence.restore')
  ) as granted (act)
  where r.code = 'unit-head' on conflict do nothing;
