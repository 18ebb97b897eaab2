-- What goes out to people beside the list in the program: each letter with its state, what it carries, and how each way stands.
create table casework.delivery (
  tenant_id uuid not null,
  id uuid not null,
  officer_id uuid not null,
  channel text not null constraint delivery_channel check (channel in ('mail', 'zalo', 'sms')),
  kind text not null constraint delivery_kind check (kind in ('notices', 'digest', 'code', 'test')),
  dedupe_key text not null constraint delivery_dedupe_length check (length(dedupe_key) between 1 and 200),
  address text,
  subject text constraint delivery_subject_length check (length(subject) <= 200),
  body text constraint delivery_body_length check (length(body) <= 20000),
  state text not null constraint delivery_state check (state in ('waiting', 'sending', 'sent', 'delivered', 'failed', 'uncertain', 'dropped')),
  queued_at timestamptz not null,
  next_at timestamptz not null,
  attempts integer not null default 0,
  sending_key uuid,
  sending_since timestamptz,
  sent_at timestamptz,
  delivered_at timestamptz,
  failed_at timestamptz,
  trouble text constraint delivery_trouble_length check (length(trouble) <= 60),
  provider_id text,
  constraint delivery_pkey primary key (tenant_id, id),
  constraint delivery_once unique (tenant_id, dedupe_key),
  constraint delivery_sending_known check (state <> 'sending' or (sending_key is not null and sending_since is not null)),
  constraint delivery_sent_known check (state not in ('sent', 'delivered') or sent_at is not null)
);
comment on table casework.delivery is 'One letter to one officer by one way. What it says of notices is made when it goes out; own words stand here until then.';
comment on column casework.delivery.dedupe_key is 'Whoever queues the same letter again, after a crash for instance, queues nothing.';
comment on column casework.delivery.address is 'Only where it goes to an address that is not confirmed yet: the code that confirms it.';
comment on column casework.delivery.next_at is 'Not before this moment: quiet hours, or the next attempt.';
comment on column casework.delivery.sending_key is 'Which attempt has it; set and committed before anything goes out, so that a worker that dies leaves it uncertain and not waiting.';
comment on column casework.delivery.trouble is 'What was in the way, by name, and the number that the other side gave; never what it said, which may hold addresses.';
comment on column casework.delivery.provider_id is 'By which receipts of the other side know it.';

create table casework.delivery_notice (
  tenant_id uuid not null,
  notice_id uuid not null,
  told_at timestamptz not null,
  channel text not null,
  delivery_id uuid not null,
  constraint delivery_notice_pkey primary key (tenant_id, notice_id, told_at, channel)
);
comment on table casework.delivery_notice is 'Which notices a letter carries; what is told anew later is another matter, what was told once goes out once.';

create table casework.channel_state (
  tenant_id uuid not null,
  channel text not null constraint channel_state_channel check (channel in ('mail', 'zalo', 'sms')),
  leased_until timestamptz,
  lease_key uuid,
  rests_until timestamptz,
  failing_since timestamptz,
  failed_in_row integer not null default 0,
  trouble text,
  last_sent_at timestamptz,
  constraint channel_state_pkey primary key (tenant_id, channel)
);
comment on table casework.channel_state is 'How one way to people does for one office: while it is closed all letters rest together.';
comment on column casework.channel_state.leased_until is 'Until when one worker alone sends; a worker that was killed loses it then.';

alter table casework.delivery add constraint delivery_officer_fk foreign key (tenant_id, officer_id) references directory.officer (tenant_id, id);
alter table casework.delivery_notice add constraint delivery_notice_delivery_fk foreign key (tenant_id, delivery_id) references casework.delivery (tenant_id, id) on delete cascade;
alter table casework.channel_state add constraint channel_state_tenant_fk foreign key (tenant_id) references directory.tenant (id);
create index delivery_turn on casework.delivery (tenant_id, channel, next_at, id) where state = 'waiting';
create index delivery_held on casework.delivery (tenant_id, channel) where state = 'sending';
create index delivery_queued on casework.delivery (tenant_id, queued_at, id);
create index delivery_officer on casework.delivery (tenant_id, officer_id);
create index delivery_provider on casework.delivery (tenant_id, channel, provider_id) where provider_id is not null;
create index delivery_notice_letter on casework.delivery_notice (tenant_id, delivery_id);

alter table casework.delivery enable row level security;
create policy delivery_tenant on casework.delivery to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table casework.delivery_notice enable row level security;
create policy delivery_notice_tenant on casework.delivery_notice to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table casework.channel_state enable row level security;
create policy channel_state_tenant on casework.channel_state to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on casework.delivery to sauro_app;
grant select, insert, delete on casework.delivery_notice to sauro_app;
grant select, insert, update on casework.channel_state to sauro_app;
