-- Other systems are told of acts when they are done: who wants to know what, and each letter with its attempts.
create table platform.webhook (
  tenant_id uuid not null,
  id uuid not null,
  name text not null constraint webhook_name_length check (length(name) between 1 and 80),
  url text not null,
  events text[] not null,
  secret text not null,
  old_secret text,
  old_secret_until timestamptz,
  state text not null constraint webhook_state check (state in ('active', 'paused', 'ended')),
  is_paused_by_system boolean not null default false,
  failing_since timestamptz,
  leased_until timestamptz,
  created_at timestamptz not null,
  constraint webhook_pkey primary key (tenant_id, id)
);
comment on table platform.webhook is 'An address that is told of acts of this office once they are done.';
comment on column platform.webhook.events is 'The acts of which it is told, by name.';
comment on column platform.webhook.secret is 'Signs what is sent (Standard Webhooks); the worker needs it as it is.';
comment on column platform.webhook.old_secret is 'Signs as well until old_secret_until, so that a receiver can change over.';
comment on column platform.webhook.failing_since is 'Since when nothing was accepted; null while all is well.';
comment on column platform.webhook.leased_until is 'Until when one worker alone sends; a worker that was killed loses it then.';

create table platform.webhook_delivery (
  tenant_id uuid not null,
  webhook_id uuid not null,
  id uuid not null,
  event text not null,
  body text not null,
  state text not null constraint webhook_delivery_state check (state in ('waiting', 'delivered', 'dead')),
  enqueued_at timestamptz not null,
  attempts integer not null default 0,
  next_at timestamptz not null,
  last_at timestamptz,
  last_status integer,
  last_trouble text,
  constraint webhook_delivery_pkey primary key (tenant_id, webhook_id, id)
);
comment on table platform.webhook_delivery is 'One act told to one address: written in the transaction of the act, kept for thirty days after it was accepted.';
comment on column platform.webhook_delivery.id is 'Stays the same over all attempts, so that a receiver knows a repetition.';

alter table platform.webhook add constraint webhook_tenant_fk foreign key (tenant_id) references directory.tenant (id);
alter table platform.webhook_delivery add constraint webhook_delivery_webhook_fk foreign key (tenant_id, webhook_id) references platform.webhook (tenant_id, id);
create index webhook_delivery_turn on platform.webhook_delivery (tenant_id, webhook_id, state, enqueued_at, id);

alter table platform.webhook enable row level security;
create policy webhook_tenant on platform.webhook to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table platform.webhook_delivery enable row level security;
create policy webhook_delivery_tenant on platform.webhook_delivery to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on platform.webhook to sauro_app;
grant select, insert, update, delete on platform.webhook_delivery to sauro_app;
