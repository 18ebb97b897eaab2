-- The issued yearly plan, with what it rests on, its sections, its promises and its report calendar.
create schema planning;
grant usage on schema planning to sauro_app;

create table planning.plan (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null constraint plan_kind check (kind in ('cchc-plan', 'emulation-movement')),
  title text not null,
  issuer text,
  number text,
  issued_on date,
  year_from smallint not null,
  year_to smallint not null constraint plan_years check (year_to >= year_from),
  signer_name text,
  signer_title text,
  recipients jsonb not null default '[]',
  state text not null constraint plan_state check (state in ('issued')),
  import_id uuid,
  created_at timestamptz not null,
  constraint plan_pkey primary key (tenant_id, id)
);
comment on table planning.plan is 'A plan as issued by the commune.';
comment on column planning.plan.import_id is 'The import that made it; null for a plan made by hand.';

create table planning.plan_section (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  ordinal integer not null,
  code text not null,
  title text not null,
  axis text constraint plan_section_axis check (axis in
    ('steering', 'institution', 'procedures', 'organization', 'civil-service', 'public-finance', 'digital-government')),
  constraint plan_section_pkey primary key (tenant_id, id),
  constraint plan_section_ordinal_key unique (tenant_id, plan_id, ordinal)
);
comment on table planning.plan_section is 'A part of the plan, usually one axis of reform.';

create table planning.citation (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  ordinal integer not null,
  role text not null constraint citation_role check (role in ('basis', 'cited')),
  type text,
  number text,
  issued_on date,
  issuer text,
  place text,
  lines jsonb not null default '[]',
  constraint citation_pkey primary key (tenant_id, id)
);
comment on table planning.citation is 'A document that the plan rests on (basis) or names elsewhere (cited).';
comment on column planning.citation.place is 'Where in the plan it stands, as a section code.';

create table planning.target (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  section_id uuid,
  ordinal integer not null,
  text text not null,
  metric text,
  operator text not null constraint target_operator check (operator in ('>=', '<=', '=', '>', '<')),
  value numeric(18, 4) not null,
  unit text not null,
  denominator_scope text,
  year smallint,
  place text,
  lines jsonb not null default '[]',
  folded text not null generated always as (platform.fold(text || ' ' || coalesce(metric, ''))) stored,
  constraint target_pkey primary key (tenant_id, id)
);
comment on table planning.target is 'A quantified promise: measure, comparison, value, unit, year.';

create table planning.report_regime (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  ordinal integer not null,
  period text not null constraint report_regime_period check (period in ('Q1', 'H1', 'Q3', '9M', 'quarter', 'month', 'year')),
  data_from date,
  data_to date,
  submit_by date,
  submit_rule jsonb,
  addressee text,
  reporter text,
  text text not null,
  lines jsonb not null default '[]',
  constraint report_regime_pkey primary key (tenant_id, id)
);
comment on table planning.report_regime is 'A report that the plan orders, with the window of its figures and its hand-in date.';
comment on column planning.report_regime.submit_rule is 'For reports without one date: {every, dayOfMonth, except_months, …} as read from the plan.';

alter table planning.plan add constraint plan_tenant_fk foreign key (tenant_id) references directory.tenant (id);
alter table planning.plan_section add constraint plan_section_plan_fk foreign key (tenant_id, plan_id) references planning.plan (tenant_id, id);
alter table planning.citation add constraint citation_plan_fk foreign key (tenant_id, plan_id) references planning.plan (tenant_id, id);
alter table planning.target add constraint target_plan_fk foreign key (tenant_id, plan_id) references planning.plan (tenant_id, id);
alter table planning.target add constraint target_section_fk foreign key (tenant_id, section_id) references planning.plan_section (tenant_id, id);
alter table planning.report_regime add constraint report_regime_plan_fk foreign key (tenant_id, plan_id) references planning.plan (tenant_id, id);
create index citation_plan on planning.citation (tenant_id, plan_id, ordinal);
create index target_plan on planning.target (tenant_id, plan_id, ordinal);
create index report_regime_plan on planning.report_regime (tenant_id, plan_id, ordinal);

alter table planning.plan enable row level security;
create policy plan_tenant on planning.plan to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table planning.plan_section enable row level security;
create policy plan_section_tenant on planning.plan_section to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table planning.citation enable row level security;
create policy citation_tenant on planning.citation to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table planning.target enable row level security;
create policy target_tenant on planning.target to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table planning.report_regime enable row level security;
create policy report_regime_tenant on planning.report_regime to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on planning.plan, planning.plan_section, planning.citation, planning.target, planning.report_regime to sauro_app;
