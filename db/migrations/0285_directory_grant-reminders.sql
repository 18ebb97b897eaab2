-- Everybody reads what they were reminded of; heads what concerns their unit; whoever steers, decides or checks all of it.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select distinct tenant_id, role_id, 'casework.reminder.read', 'all' from directory.role_grant
  where (act = 'planning.task.assign' and scope = 'all') or act in ('platform.audit.read', 'planning.unit-head-review.decide')
  on conflict do nothing;
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select tenant_id, role_id, 'casework.reminder.read', 'unit' from directory.role_grant
  where act = 'planning.task.assign' and scope = 'unit' on conflict do nothing;
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select tenant_id, id, 'casework.reminder.read', 'own' from directory.role on conflict do nothing;
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select tenant_id, role_id, 'casework.reminder.export', 'all' from directory.role_grant
  where act = 'planning.task.export' on conflict do nothing;

-- Whoever steers or decides looks at the ladder, and draws it; leaders and administrators switch it.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select distinct g.tenant_id, g.role_id, a.act, 'all' from directory.role_grant g
  cross join unnest(array['planning.escalation.read', 'planning.escalation.draw']) as a (act)
  where (g.act = 'planning.task.assign' and g.scope = 'all') or g.act = 'directory.tenant.edit' on conflict do nothing;
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select tenant_id, role_id, 'planning.escalation.read', 'all' from directory.role_grant
  where act = 'platform.audit.read' on conflict do nothing;
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select distinct tenant_id, role_id, 'planning.escalation.switch', 'all' from directory.role_grant
  where act in ('directory.tenant.edit', 'planning.unit-head-review.decide') on conflict do nothing;
