-- Setting a draft aside, taking it up again and bringing an entered list back are rights of their own: whoever could do
-- so by a wider right keeps them.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, own.act, g.scope
  from directory.role_grant g
  join (values
    ('planning.plan-draft.edit', 'planning.plan-draft.discard'),
    ('planning.plan-draft.edit', 'planning.plan-draft.restore'),
    ('planning.plan-draft.take-back', 'planning.plan-draft.issue-again'),
    ('directory.officer-import.take-back', 'directory.officer-import.restore')
  ) as own (wider, act) on own.wider = g.act
  on conflict do nothing;

insert into directory.role_grant (tenant_id, role_id, act, scope)
  select distinct g.tenant_id, g.role_id, 'workbench.trash.restore', 'all'
  from directory.role_grant g
  where g.act in ('planning.plan-draft.restore', 'directory.unit.restore', 'directory.officer.restore',
    'directory.officer-import.restore', 'directory.role.restore', 'directory.absence.restore', 'calendar.own-day.restore')
  on conflict do nothing;
