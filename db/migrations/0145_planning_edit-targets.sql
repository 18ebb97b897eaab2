-- A target of a plan in force can be mended after issuing: who did, and what stood there before, is kept for good.
alter table planning.target add column version integer not null default 1;

create table planning.target_event (
  tenant_id uuid not null,
  at timestamptz not null,
  id uuid not null,
  target_id uuid not null,
  kind text not null constraint target_event_kind check (kind in ('edited', 'taken-back')),
  actor_name text not null,
  reason text not null default '',
  version integer not null,
  before jsonb not null,
  constraint target_event_pkey primary key (tenant_id, at, id)
);
comment on table planning.target_event is 'What was changed of a target since its plan was issued, oldest first; rows are never changed.';
comment on column planning.target_event.version is 'The version of the target that the change made.';
comment on column planning.target_event.before is 'The target as it stood before the change.';
alter table planning.target_event add constraint target_event_target_fk foreign key (tenant_id, target_id) references planning.target (tenant_id, id);
create index target_event_target on planning.target_event (tenant_id, target_id, at);
alter table planning.target_event enable row level security;
create policy target_event_tenant on planning.target_event to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, delete on planning.target_event to sauro_app;
