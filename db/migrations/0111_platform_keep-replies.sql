-- A program that repeats a request because it heard no answer gets the answer of the first time.
create table platform.kept_reply (
  tenant_id uuid not null,
  holder_id uuid not null,
  key_hash bytea not null,
  fingerprint bytea not null,
  status smallint,
  headers jsonb,
  body text,
  kept_at timestamptz not null,
  constraint kept_reply_pkey primary key (tenant_id, holder_id, key_hash)
);
comment on table platform.kept_reply is 'The answer to a write that was sent with an Idempotency-Key, kept for a day. Written in the transaction of the act.';
comment on column platform.kept_reply.holder_id is 'The token that sent it.';
comment on column platform.kept_reply.fingerprint is 'SHA-256 of verb, address, version and body: another request under the same key is refused.';

create index kept_reply_age on platform.kept_reply (tenant_id, kept_at);
alter table platform.kept_reply enable row level security;
create policy kept_reply_tenant on platform.kept_reply to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on platform.kept_reply to sauro_app;
