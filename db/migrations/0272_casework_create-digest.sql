-- The letter of the morning as it was written: one for a person, a day and a way, kept to be read in the app.
create table casework.digest (
  tenant_id uuid not null,
  officer_id uuid not null,
  on_date date not null,
  channel text not null constraint digest_channel check (channel in ('mail', 'zalo', 'sms')),
  made_at timestamptz not null,
  lang text not null constraint digest_lang check (lang in ('vi', 'en')),
  parts jsonb not null constraint digest_parts check (jsonb_typeof(parts) = 'array'),
  constraint digest_pkey primary key (tenant_id, officer_id, on_date, channel)
);
comment on table casework.digest is 'A row without parts says that there was nothing to tell that morning: no letter went out.';
comment on column casework.digest.parts is 'What the letter said: its parts with their titles, lines and addresses within the product.';
alter table casework.digest add constraint digest_officer_fk foreign key (tenant_id, officer_id) references directory.officer (tenant_id, id);

alter table casework.digest enable row level security;
create policy digest_tenant on casework.digest to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert on casework.digest to sauro_app;
