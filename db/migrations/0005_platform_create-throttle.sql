-- Counters of attempts, kept by the rate limiter; keys are hashes, so no name or address stands here.
create table platform.throttle (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
comment on table platform.throttle is 'Shared by all tenants: an attempt is counted before the tenant is known.';
comment on column platform.throttle.expire is 'Milliseconds since 1970.';

alter table platform.throttle enable row level security;
create policy throttle_all on platform.throttle to sauro_app using (true) with check (true);
grant select, insert, update, delete on platform.throttle to sauro_app;
