-- Everybody reads what they are told.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, 'workbench.notice.read', 'own' from directory.role r on conflict do nothing;
insert into platform.retention_rule (what, valid_from, days) values ('notice', '2020-01-01', 180);
