-- What a watcher must know of the product at work: schema, background work, queue, backups. Facts without persons.
create table platform.worker_beat (
  worker_id uuid primary key,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  names text[] not null default '{}'
);
comment on table platform.worker_beat is 'Shared by all tenants: a running process of background work, which says now and then that it lives.';

comment on column platform.worker_beat.names is 'Under which it holds jobs in the queue; a job held by a name that nobody bears is free again.';

create table platform.backup_made (
  id uuid primary key,
  kind text not null constraint backup_made_kind check (kind in ('backup', 'rehearsal')),
  made_at timestamptz not null,
  file_name text not null,
  byte_count bigint not null,
  row_count bigint not null,
  sha256 bytea not null
);
comment on table platform.backup_made is 'Shared by all tenants: a backup that was written and read again, or one that was restored for a trial.';
comment on column platform.backup_made.sha256 is 'Of the whole file.';
create index backup_made_at on platform.backup_made (kind, made_at desc);

alter table platform.worker_beat enable row level security;
create policy worker_beat_read on platform.worker_beat for select to sauro_app using (true);
alter table platform.backup_made enable row level security;
create policy backup_made_read on platform.backup_made for select to sauro_app using (true);
grant select on platform.worker_beat, platform.backup_made to sauro_app;

-- The queue itself stays closed to the app role: its payloads are none of a page's business.
create function platform.queue_state(out waiting bigint, out waiting_since timestamptz, out given_up bigint, out held_since timestamptz)
  language sql stable security definer set search_path = pg_catalog
as $$
  select
    count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= now()),
    min(greatest(run_at, created_at)) filter (where locked_at is null and attempts < max_attempts and run_at <= now()),
    count(*) filter (where locked_at is null and attempts >= max_attempts),
    min(locked_at)
  from graphile_worker.jobs
$$;
comment on function platform.queue_state() is 'Jobs that are due and since when the oldest is, jobs given up after all tries, and since when the longest running one is held.';
revoke all on function platform.queue_state() from public;
grant execute on function platform.queue_state() to sauro_app;

grant usage on schema migration to sauro_app;
grant select on migration.applied to sauro_app;

-- Whoever administers may read the page that says how the system stands.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select tenant_id, id, 'workbench.system.read', 'all' from directory.role where code = 'admin'
  on conflict do nothing;
