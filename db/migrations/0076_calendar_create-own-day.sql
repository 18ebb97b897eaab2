-- Days on which one office alone is closed, or works although it is a weekend.
create table calendar.own_day (
  tenant_id uuid not null,
  id uuid not null,
  on_date date not null,
  kind text not null constraint own_day_kind check (kind in ('off', 'work')),
  reason text not null,
  created_at timestamptz not null,
  removed_at timestamptz,
  constraint own_day_pkey primary key (tenant_id, id)
);
comment on table calendar.own_day is 'A day of one tenant that is not what the reference days and its weekday say.';
comment on column calendar.own_day.removed_at is 'Taken back, and counts no longer; it can be made to count again.';

create unique index own_day_date on calendar.own_day (tenant_id, on_date) where removed_at is null;

alter table calendar.own_day enable row level security;
create policy own_day_tenant on calendar.own_day to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on calendar.own_day to sauro_app;
