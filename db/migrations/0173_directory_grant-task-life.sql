-- Handing in and approving take the place of completing: whoever could complete does the work's deeds over the same
-- tasks, whoever could complete all of them approves all, and everybody approves where they are named as the approver.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, done.act, g.scope
  from directory.role_grant g
  cross join unnest(array['planning.task.accept', 'planning.task.decline', 'planning.task.start', 'planning.task.submit',
    'planning.task.withdraw', 'planning.task.record-event']) as done (act)
  where g.act = 'planning.task.complete' on conflict do nothing;

insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, judged.act, case g.scope when 'all' then 'all' else 'own' end
  from directory.role_grant g
  cross join unnest(array['planning.task.approve', 'planning.task.send-back']) as judged (act)
  where g.act = 'planning.task.complete' on conflict do nothing;

insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, led.act, led.scope
  from directory.role r
  cross join (values ('planning.task.approve', 'all'), ('planning.task.send-back', 'all'), ('planning.task.record-event', 'all'),
    ('planning.task.accept', 'own'), ('planning.task.decline', 'own'), ('planning.task.start', 'own'),
    ('planning.task.submit', 'own'), ('planning.task.withdraw', 'own')) as led (act, scope)
  where r.code = 'leader' on conflict do nothing;

-- Whoever does or judges tasks may do so with many at once.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select distinct g.tenant_id, g.role_id, 'planning.task.change-many', 'all'
  from directory.role_grant g where g.act = 'planning.task.accept' on conflict do nothing;

delete from directory.role_grant where act = 'planning.task.complete';
