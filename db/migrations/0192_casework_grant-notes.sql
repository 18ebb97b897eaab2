-- Who works on records writes notes on those that they see, and edits and removes their own; who leads or steers removes any.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, granted.act, case when granted.act in ('casework.note.remove', 'casework.note.restore') then reach.scope
    when granted.act = 'casework.note.edit' then 'own' else 'all' end
  from directory.role r
  join (values
    ('focal', 'all'), ('province', 'all'), ('leader', 'all'), ('unit-head', 'own'), ('officer', 'own'),
    ('clerk', 'own'), ('community', 'own')
  ) as reach (code, scope) on reach.code = r.code
  cross join (values
    ('casework.note.write'), ('casework.note.edit'), ('casework.note.remove'), ('casework.note.restore')
  ) as granted (act)
  on conflict do nothing;

-- Whoever sees tasks may follow them.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select distinct g.tenant_id, g.role_id, granted.act, 'all'
  from directory.role_grant g
  cross join (values ('casework.follow.begin'), ('casework.follow.stop')) as granted (act)
  where g.act = 'planning.task.read'
  on conflict do nothing;
