-- Administrators and auditors read the audit of their tenant.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, 'platform.audit.read', 'all'
  from directory.role r
  where r.code in ('admin', 'auditor') on conflict do nothing;
