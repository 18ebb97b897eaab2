-- Administrators see what goes out and send again what did not arrive; letters are kept as long as what they prove may be asked for.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, granted.act, 'all'
  from directory.role r
  cross join (values
    ('casework.delivery.read'), ('casework.delivery.export'), ('casework.delivery.send-again'), ('casework.delivery.try'),
    ('casework.zalo-account.set'), ('casework.zalo-account.remove')
  ) as granted (act)
  where r.code = 'admin'
  on conflict do nothing;
insert into platform.retention_rule (what, valid_from, days) values ('delivery', '2020-01-01', 1826), ('zalo-event', '2020-01-01', 7);
