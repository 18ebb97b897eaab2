-- Whoever steers the plan may mend its targets.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select tenant_id, id, 'planning.target.edit', 'all' from directory.role
  where code in ('focal', 'province')
  on conflict do nothing;
