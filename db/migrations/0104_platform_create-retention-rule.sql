-- How many days things are kept that are not records of the office; a change is a new row with the day it begins.
create table platform.retention_rule (
  what text not null,
  valid_from date not null,
  days integer not null constraint retention_rule_days check (days between 1 and 3650),
  constraint retention_rule_pkey primary key (what, valid_from)
);
comment on table platform.retention_rule is 'Shared by all tenants; what each name covers stands in docs/how-to/operate.md.';

alter table platform.retention_rule enable row level security;
create policy retention_rule_all on platform.retention_rule for select to sauro_app using (true);
grant select on platform.retention_rule to sauro_app;

insert into platform.retention_rule (what, valid_from, days) values
  ('trash', '2020-01-01', 30),
  ('kept-form', '2020-01-01', 30),
  ('sent-form', '2020-01-01', 2),
  ('ended-session', '2020-01-01', 30),
  ('sign-in-step', '2020-01-01', 1),
  ('password-link', '2020-01-01', 30),
  ('throttle', '2020-01-01', 1),
  ('challenge', '2020-01-01', 1);
