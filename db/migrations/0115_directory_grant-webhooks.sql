-- Whoever administers may say which other systems are told of what.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select tenant_id, id, act, 'all' from directory.role
  cross join unnest(array[
    'directory.webhook.create', 'directory.webhook.rotate', 'directory.webhook.pause', 'directory.webhook.resume',
    'directory.webhook.end', 'directory.webhook.redeliver', 'directory.webhook.test']) as act
  where code = 'admin'
  on conflict do nothing;
