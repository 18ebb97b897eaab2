-- Whoever enters tasks from above mends what was typed of their documents.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select tenant_id, role_id, 'planning.task-from-above.edit-document', 'all' from directory.role_grant
  where act = 'planning.task-from-above.enter' on conflict do nothing;
