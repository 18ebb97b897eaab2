-- Heads see and score their own month, leaders all of them; whoever administers says how the open points are worked out.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, 'planning.unit-head-review.' || g.verb, g.scope
  from directory.role r
  join (values
    ('unit-head', 'read', 'own'), ('unit-head', 'score', 'own'),
    ('leader', 'read', 'all'), ('leader', 'score', 'own'), ('leader', 'open', 'all'), ('leader', 'propose', 'all'),
    ('leader', 'decide', 'all'), ('leader', 'reopen', 'all'), ('leader', 'export', 'all'), ('leader', 'set-rules', 'all'),
    ('admin', 'set-rules', 'all')
  ) as g(code, verb, scope) on g.code = r.code
  on conflict do nothing;
