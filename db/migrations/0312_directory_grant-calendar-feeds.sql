-- Whoever sees tasks may have their deadlines in a calendar of their own.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, fed.act, 'own'
  from directory.role_grant g
  cross join unnest(array['planning.calendar-feed.create', 'planning.calendar-feed.renew',
    'planning.calendar-feed.revoke']) as fed (act)
  where g.act = 'planning.task.read' on conflict do nothing;
