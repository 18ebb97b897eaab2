-- A calendar on a phone cannot sign in: it reads by a secret link, which shows what its holder may see at that moment.
create table planning.calendar_feed (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null constraint calendar_feed_name check (length(name) between 1 and 80),
  kind text not null constraint calendar_feed_kind check (kind in ('own', 'unit', 'plan', 'reports')),
  plan_id uuid,
  filter text not null default '' constraint calendar_feed_filter check (length(filter) <= 4000),
  filter_name text,
  lang text not null,
  hint text not null,
  secret_hash bytea not null constraint calendar_feed_hash check (length(secret_hash) = 32),
  created_at timestamptz not null,
  renewed_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  content_hash bytea,
  content_changed_at timestamptz,
  constraint calendar_feed_pkey primary key (tenant_id, id),
  constraint calendar_feed_secret unique (tenant_id, secret_hash),
  constraint calendar_feed_plan check ((kind = 'plan') = (plan_id is not null))
);
comment on table planning.calendar_feed is 'A secret link by which a calendar program reads deadlines in the place of one person; the secret itself is kept nowhere.';
comment on column planning.calendar_feed.plan_id is 'The plan whose tasks it shows; no foreign key, for a plan may be taken back, and the feed is then empty.';
comment on column planning.calendar_feed.filter is 'The filter of the task list as it stands in an address; empty for all.';
comment on column planning.calendar_feed.filter_name is 'What the view was called from which the filter was taken.';
comment on column planning.calendar_feed.hint is 'The first characters of the secret, by which people tell links apart.';
comment on column planning.calendar_feed.secret_hash is 'SHA-256 of the 256 random bits of the link.';
comment on column planning.calendar_feed.renewed_at is 'When its secret was made; the one before opens nothing.';
comment on column planning.calendar_feed.used_at is 'When a program read it last, noted at most every ten minutes.';
comment on column planning.calendar_feed.content_hash is 'What was read last, to say since when it is so.';
alter table planning.calendar_feed add constraint calendar_feed_account_fk
  foreign key (tenant_id, account_id) references directory.account (tenant_id, id);
create index calendar_feed_account on planning.calendar_feed (tenant_id, account_id, created_at desc);
alter table planning.calendar_feed enable row level security;
create policy calendar_feed_tenant on planning.calendar_feed to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on planning.calendar_feed to sauro_app;
