-- What other modules may read of the organisation: names, not accounts.
create view directory.published_unit with (security_invoker = true) as
  select tenant_id, id, name, is_collective, ordinal, ended_on from directory.unit;

create view directory.published_officer with (security_invoker = true) as
  select o.tenant_id, o.id, o.full_name, o.given_name, o.ended_on, p.title as position_title, p.is_head, p.unit_id
  from directory.officer o
  join directory.position p on p.tenant_id = o.tenant_id and p.id = o.position_id;

comment on view directory.published_unit is 'Units of the tenant, for other modules.';
comment on view directory.published_officer is 'Officers of the tenant with their post, for other modules.';
grant select on directory.published_unit, directory.published_officer to sauro_app;
