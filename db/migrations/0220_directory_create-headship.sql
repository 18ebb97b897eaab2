-- Who headed which unit from when to when: a month is judged with the one who headed the unit then.
create table directory.headship (
  tenant_id uuid not null,
  officer_id uuid not null,
  position_id uuid not null,
  unit_id uuid not null,
  from_on date,
  to_on date,
  constraint headship_pkey primary key (tenant_id, officer_id, position_id),
  constraint headship_days check (from_on <= to_on)
);
comment on table directory.headship is 'Which officer headed which unit, in which position, from when to when.';
comment on column directory.headship.from_on is 'The first day; null where the officer has headed the unit since before anything is known.';
comment on column directory.headship.to_on is 'The last day; null while it lasts.';
alter table directory.headship add constraint headship_officer_fk
  foreign key (tenant_id, officer_id) references directory.officer (tenant_id, id);
alter table directory.headship add constraint headship_position_fk
  foreign key (tenant_id, position_id) references directory.position (tenant_id, id);
alter table directory.headship add constraint headship_unit_fk
  foreign key (tenant_id, unit_id) references directory.unit (tenant_id, id);
create index headship_unit on directory.headship (tenant_id, unit_id);
alter table directory.headship enable row level security;
create policy headship_tenant on directory.headship to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on directory.headship to sauro_app;

create view directory.published_headship with (security_invoker = true) as
  select h.tenant_id, h.unit_id, h.officer_id, h.from_on, h.to_on, o.full_name, p.title as position_title
  from directory.headship h
  join directory.officer o on o.tenant_id = h.tenant_id and o.id = h.officer_id
  join directory.position p on p.tenant_id = h.tenant_id and p.id = h.position_id;
comment on view directory.published_headship is 'Heads of units with their days, for other modules.';

-- Whom something concerns because of what they may do: no more than which act somebody holds for all of the office.
create view directory.published_holder with (security_invoker = true) as
  select distinct a.tenant_id, a.officer_id, g.act
  from directory.account a
  join directory.account_role ar on ar.tenant_id = a.tenant_id and ar.account_id = a.id
  join directory.role r on r.tenant_id = ar.tenant_id and r.id = ar.role_id and r.ended_at is null
  join directory.role_grant g on g.tenant_id = r.tenant_id and g.role_id = r.id and g.scope = 'all'
  where a.locked_at is null and a.officer_id is not null;
comment on view directory.published_holder is 'Officers who may do an act for all of the office, for modules that tell people of something.';
grant select on directory.published_headship, directory.published_holder to sauro_app;
