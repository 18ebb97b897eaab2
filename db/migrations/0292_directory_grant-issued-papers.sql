-- The focal officer and leaders draft and issue papers, heads of units draft them; others see those to their unit.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, 'casework.issued-paper.' || g.verb, g.scope
  from directory.role r
  join (values
    ('focal', 'read', 'all'), ('focal', 'draft', 'all'), ('focal', 'edit', 'all'), ('focal', 'discard', 'all'),
    ('focal', 'restore', 'all'), ('focal', 'issue', 'all'), ('focal', 'recall', 'all'), ('focal', 'export', 'all'),
    ('province', 'read', 'all'), ('province', 'draft', 'all'), ('province', 'edit', 'all'), ('province', 'discard', 'all'),
    ('province', 'restore', 'all'), ('province', 'issue', 'all'), ('province', 'recall', 'all'), ('province', 'export', 'all'),
    ('leader', 'read', 'all'), ('leader', 'draft', 'all'), ('leader', 'edit', 'all'), ('leader', 'discard', 'all'),
    ('leader', 'restore', 'all'), ('leader', 'issue', 'all'), ('leader', 'recall', 'all'), ('leader', 'export', 'all'),
    ('unit-head', 'read', 'unit'), ('unit-head', 'draft', 'unit'), ('unit-head', 'edit', 'unit'),
    ('unit-head', 'discard', 'unit'), ('unit-head', 'restore', 'unit'), ('unit-head', 'export', 'all'),
    ('officer', 'read', 'unit'), ('clerk', 'read', 'unit'),
    ('admin', 'read', 'all'), ('admin', 'export', 'all'), ('auditor', 'read', 'all'), ('auditor', 'export', 'all')
  ) as g(code, verb, scope) on g.code = r.code
  on conflict do nothing;
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, 'planning.chasing-rules.set', 'all'
  from directory.role r where r.code in ('leader', 'focal', 'province', 'admin')
  on conflict do nothing;
