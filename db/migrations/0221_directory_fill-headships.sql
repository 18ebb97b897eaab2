-- Whoever heads a unit today, or headed it when they left, has done so since before anything is known.
insert into directory.headship (tenant_id, officer_id, position_id, unit_id, to_on)
  select o.tenant_id, o.id, p.id, p.unit_id, o.ended_on
  from directory.officer o
  join directory.position p on p.tenant_id = o.tenant_id and p.id = o.position_id
  where p.is_head on conflict do nothing;
