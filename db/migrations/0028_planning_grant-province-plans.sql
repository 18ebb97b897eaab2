-- A province writes and issues its own plan, from which communes take tasks over.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, granted.act, 'all'
  from directory.role r
  cross join (values
    ('planning.plan-draft.read'), ('planning.plan-draft.upload'), ('planning.plan-draft.edit'),
    ('planning.plan-draft.check'), ('planning.plan-draft.issue'), ('planning.plan-draft.take-back'),
    ('planning.task.assign'), ('planning.task.complete'), ('planning.task.cancel'), ('planning.task.reopen')
  ) as granted (act)
  where r.code = 'province' on conflict do nothing;
