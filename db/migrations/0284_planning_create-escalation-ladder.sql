-- From how many working days late who is told: whole versions, each from its day on; a drawn one tells nobody yet.
create table planning.escalation_ladder (
  tenant_id uuid not null,
  version integer not null,
  state text not null constraint escalation_ladder_state check (state in ('drawn', 'on', 'off')),
  valid_from date not null,
  at timestamptz not null,
  actor_name text not null,
  officer_days integer,
  unit_head_days integer,
  vice_chair_days integer,
  chair_days integer,
  constraint escalation_ladder_pkey primary key (tenant_id, version),
  constraint escalation_ladder_steps check
    (coalesce(officer_days, unit_head_days, vice_chair_days, chair_days) is not null),
  constraint escalation_ladder_days check (least(officer_days, unit_head_days, vice_chair_days, chair_days) >= 1
    and greatest(officer_days, unit_head_days, vice_chair_days, chair_days) <= 250),
  constraint escalation_ladder_rising check (coalesce(officer_days < unit_head_days, true)
    and coalesce(unit_head_days < vice_chair_days, true) and coalesce(vice_chair_days < chair_days, true)),
  constraint escalation_ladder_gap check ((officer_days is null or unit_head_days is not null
      or (vice_chair_days is null and chair_days is null))
    and (unit_head_days is null or vice_chair_days is not null or chair_days is null))
);
comment on table planning.escalation_ladder is 'On a day counts the latest version that is on or off and holds from that day or earlier; none is changed.';
comment on column planning.escalation_ladder.officer_days is 'Working days late from which whoever does the task is told; null where the step is left out.';
alter table planning.escalation_ladder add constraint escalation_ladder_tenant_fk foreign key (tenant_id) references directory.tenant (id);
alter table planning.escalation_ladder enable row level security;
create policy escalation_ladder_tenant on planning.escalation_ladder to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert on planning.escalation_ladder to sauro_app;
