-- Roles of tenants that stand already get what new ones start with.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, 'lists.saved-view.keep', 'all' from directory.role r on conflict do nothing;

insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, 'lists.saved-view.share', 'all' from directory.role r
  where r.code in ('focal', 'leader', 'admin', 'province') on conflict do nothing;

insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, granted.act, 'all'
  from directory.role_grant g
  cross join (values ('planning.task.read', 'planning.task.export'), ('planning.plan.read', 'planning.target.export'),
    ('planning.task.assign', 'planning.task.change-many')) as granted (because, act)
  where g.act = granted.because on conflict do nothing;
