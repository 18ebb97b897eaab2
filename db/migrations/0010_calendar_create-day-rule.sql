-- Days off and make-up working days of public offices: the same for every tenant, loaded from the reference file.
create schema calendar;
grant usage on schema calendar to sauro_app;

create table calendar.day_rule (
  on_date date primary key,
  kind text not null constraint day_rule_kind check (kind in ('off', 'work')),
  name text not null,
  name_en text not null,
  source text not null,
  certainty text not null constraint day_rule_certainty check (certainty in ('sourced', 'derived', 'unverified'))
);
comment on table calendar.day_rule is 'Reference table, shared by all tenants: dates that are not what their weekday says, and holidays on weekends.';
comment on column calendar.day_rule.kind is 'off: offices are closed; work: a weekend day worked in exchange for another.';
comment on column calendar.day_rule.source is 'The paper that says so, as people cite it.';
comment on column calendar.day_rule.certainty is 'sourced: seen in a text; derived: computed from seen rules; unverified: only usual.';

alter table calendar.day_rule enable row level security;
create policy day_rule_read on calendar.day_rule for select to sauro_app using (true);
grant select on all tables in schema calendar to sauro_app;
