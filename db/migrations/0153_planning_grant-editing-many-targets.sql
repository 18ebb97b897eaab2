-- Whoever may mend a target may mend many at once.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select tenant_id, role_id, 'planning.target.change-many', scope
  from directory.role_grant
  where act = 'planning.target.edit' on conflict do nothing;
