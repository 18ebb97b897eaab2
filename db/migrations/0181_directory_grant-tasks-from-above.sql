-- Whoever assigns any task of the office enters tasks from above, and throws away what was entered by mistake.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, entered.act, 'all'
  from directory.role_grant g
  cross join unnest(array['planning.task-from-above.enter', 'planning.task-from-above.discard',
    'planning.task-from-above.restore']) as entered (act)
  where g.act = 'planning.task.assign' and g.scope = 'all' on conflict do nothing;
