-- Whoever may read plans or drafts may take their lists along; whoever may put one draft aside may do so with many.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, granted.act, 'all'
  from directory.role_grant g
  cross join (values ('planning.plan.read', 'planning.plan.export'), ('planning.plan-draft.read', 'planning.plan-draft.export'),
    ('planning.plan-draft.discard', 'planning.plan-draft.change-many')) as granted (because, act)
  where g.act = granted.because on conflict do nothing;
