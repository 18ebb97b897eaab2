-- Roles of tenants that stand already may put into files what they see, and do at once what they may do one by one.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, granted.act, g.scope
  from directory.role_grant g
  cross join (values
    ('platform.audit.read', 'platform.audit.export'),
    ('directory.officer.edit', 'directory.officer.export'),
    ('directory.officer.edit', 'directory.officer.change-many'),
    ('directory.unit.edit', 'directory.unit.export'),
    ('directory.unit.end', 'directory.unit.change-many'),
    ('directory.role.edit', 'directory.role.export'),
    ('directory.absence.record', 'directory.absence.export'),
    ('directory.absence.cancel', 'directory.absence.change-many')
  ) as granted (because, act)
  where g.act = granted.because on conflict do nothing;
