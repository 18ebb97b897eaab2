-- Whoever accepts tasks may ask for another deadline of them; whoever approves them decides, or changes it at once.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, asked.act, g.scope
  from directory.role_grant g
  cross join unnest(array['planning.task.ask-due-change', 'planning.task.withdraw-due-change']) as asked (act)
  where g.act = 'planning.task.accept' on conflict do nothing;

insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, decided.act, g.scope
  from directory.role_grant g
  cross join unnest(array['planning.task.change-due', 'planning.task.grant-due-change',
    'planning.task.refuse-due-change']) as decided (act)
  where g.act = 'planning.task.approve' on conflict do nothing;
