-- Everybody chooses for themselves; whoever assigns the work of a unit also says what counts in it, whoever keeps the units for all.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select r.tenant_id, r.id, chosen.act, case
    when exists (select from directory.role_grant g where g.tenant_id = r.tenant_id and g.role_id = r.id
      and g.act = 'directory.unit.edit' and g.scope = 'all') then 'all'
    when exists (select from directory.role_grant g where g.tenant_id = r.tenant_id and g.role_id = r.id
      and g.act = 'planning.task.assign' and g.scope = 'unit') then 'unit'
    else 'own' end
  from directory.role r
  cross join unnest(array['casework.notice-choice.set', 'casework.notice-choice.take-back']) as chosen (act)
  on conflict do nothing;
