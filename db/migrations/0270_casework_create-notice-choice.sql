-- How people want to be told: what the office, a unit and a person each say differently from what is above them.
create table casework.notice_choice (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid,
  officer_id uuid,
  chosen jsonb not null constraint notice_choice_chosen check (jsonb_typeof(chosen) = 'object'),
  chosen_before jsonb not null constraint notice_choice_before check (jsonb_typeof(chosen_before) = 'object'),
  version integer not null default 1,
  chosen_at timestamptz not null,
  chosen_by text not null,
  constraint notice_choice_pkey primary key (tenant_id, id),
  constraint notice_choice_layer check (unit_id is null or officer_id is null),
  constraint notice_choice_owner unique nulls not distinct (tenant_id, unit_id, officer_id)
);
comment on table casework.notice_choice is 'One row for the office (neither unit nor officer), one for a unit, one for an officer; without a row nothing is said.';
comment on column casework.notice_choice.chosen is 'Only what this layer says itself; whatever is left out is as the layer above has it.';
comment on column casework.notice_choice.chosen_before is 'What it said before the last change, so that the change can be taken back.';
comment on column casework.notice_choice.chosen_by is 'The name of whoever made the last change.';
alter table casework.notice_choice add constraint notice_choice_tenant_fk foreign key (tenant_id) references directory.tenant (id);
alter table casework.notice_choice add constraint notice_choice_unit_fk foreign key (tenant_id, unit_id) references directory.unit (tenant_id, id);
alter table casework.notice_choice add constraint notice_choice_officer_fk foreign key (tenant_id, officer_id) references directory.officer (tenant_id, id);

alter table casework.notice_choice enable row level security;
create policy notice_choice_tenant on casework.notice_choice to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on casework.notice_choice to sauro_app;
