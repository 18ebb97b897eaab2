-- Every audit line gets a place in its tenant's chain and a hash over its content and the hash before it, so that a line
-- that is changed, taken out, put in or moved later is found and its place named (docs/decisions/0017).
alter table platform.audit_line
  add column remote_address text,
  add column stored_at timestamptz,
  add column position bigint,
  add column hash bytea;
-- Lines from before this migration keep no time of storing: nobody measured it.
alter table platform.audit_line alter column stored_at set default clock_timestamp();

comment on column platform.audit_line.remote_address is 'Where the person sat: the network address; null for jobs.';
comment on column platform.audit_line.stored_at is 'The clock of the database, which the app role cannot set; "at" is the clock of the app.';
comment on column platform.audit_line.position is 'Place in the chain, from 1 without a gap; null until the line is sealed.';
comment on column platform.audit_line.hash is 'SHA-256 over the hash of the place before and the content of this line (platform.audit_content).';

-- Not unique: a unique key without the time would forbid partitions by time. One sealer at a time makes places unique.
create index audit_line_position on platform.audit_line (tenant_id, position) where position is not null;
create index audit_line_unsealed on platform.audit_line (tenant_id, at, id) where position is null;
create index audit_line_actor on platform.audit_line (tenant_id, actor_id, at desc, id desc);

create table platform.audit_chain (
  tenant_id uuid not null,
  length bigint not null,
  head_hash bytea not null,
  constraint audit_chain_pkey primary key (tenant_id)
);
comment on table platform.audit_chain is 'How many lines of a tenant are sealed, and the hash of the last: without it nobody would miss the last lines.';
alter table platform.audit_chain add constraint audit_chain_tenant_fk foreign key (tenant_id) references directory.tenant (id);
alter table platform.audit_chain enable row level security;
create policy audit_chain_tenant on platform.audit_chain for select to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select on platform.audit_chain to sauro_app;

-- The app role says what happened; place, hash and time of storing are not its to say.
revoke insert on platform.audit_line from sauro_app;
grant insert (tenant_id, at, id, act, actor_kind, actor_id, actor_name, record_kind, record_id, before, after, request_id,
  remote_address) on platform.audit_line to sauro_app;
