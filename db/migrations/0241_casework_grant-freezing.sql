-- Whoever may bring a file as proof may bring a list of the product.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, 'casework.evidence.freeze', g.scope
  from directory.role_grant g
  where g.act = 'casework.evidence.attach'
  on conflict do nothing;
