-- Reports as periods: what is to be reported until when, how far each unit has come, and what happened to it.
create table planning.report_period (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid,
  source_id uuid,
  regime_id uuid,
  key text,
  kind text not null constraint report_period_kind
    check (kind in ('Q1', 'H1', 'Q3', '9M', 'quarter', 'month', 'year', 'ordered')),
  year integer not null constraint report_period_year check (year between 2000 and 2100),
  number integer constraint report_period_number check (number between 1 and 12),
  topic text constraint report_period_topic check (length(topic) <= 200),
  title text constraint report_period_title check (length(title) <= 300),
  data_from date,
  data_to date,
  printed_on date,
  is_before boolean not null default false,
  last_on date,
  due_on date,
  addressee text constraint report_period_addressee check (length(addressee) <= 300),
  rule_text text constraint report_period_rule_text check (length(rule_text) <= 4000),
  document_number text constraint report_period_document_number check (length(document_number) <= 100),
  document_on date,
  document_issuer text constraint report_period_document_issuer check (length(document_issuer) <= 200),
  by_hand text[] not null default '{}',
  state text not null default 'open' constraint report_period_state
    check (state in ('open', 'past', 'sent', 'dropped', 'discarded')),
  sent_number text constraint report_period_sent_number check (length(sent_number) <= 100),
  sent_on date,
  sent_to text constraint report_period_sent_to check (length(sent_to) <= 200),
  version integer not null default 1,
  created_at timestamptz not null,
  constraint report_period_pkey primary key (tenant_id, id),
  constraint report_period_source check ((source_id is null) = (key is null)),
  constraint report_period_name check ((kind = 'ordered') = (title is not null)),
  constraint report_period_window check (data_from <= data_to),
  constraint report_period_sent check ((state = 'sent') = (sent_on is not null))
);
comment on table planning.report_period is 'One report that is due once: of a plan''s report calendar, or ordered by a document.';
comment on column planning.report_period.plan_id is 'The version of the plan that orders it now; null where a document orders it, or the plan was taken back.';
comment on column planning.report_period.source_id is 'The draft that the plan was issued from, which outlives taking back and issuing again; the plan where it has none.';
comment on column planning.report_period.key is 'What tells the period apart from the others of its plan, whatever version.';
comment on column planning.report_period.number is 'The month of a monthly report, the quarter of a quarterly one.';
comment on column planning.report_period.topic is 'What the report is about, where the plan says so and not the whole of reform.';
comment on column planning.report_period.printed_on is 'The day as printed; with is_before the report is due on the day before it.';
comment on column planning.report_period.last_on is 'The last day to hand in by the words of the plan or the document.';
comment on column planning.report_period.due_on is 'The same after the office''s rule for days off; null where no day is named.';
comment on column planning.report_period.by_hand is 'Fields that a person has set: the plan does not change them any more.';
comment on column planning.report_period.state is 'past: over before it was followed; dropped: not ordered any more.';

create table planning.report_hand_in (
  tenant_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  unit_id uuid not null,
  state text not null default 'expected' constraint report_hand_in_state
    check (state in ('expected', 'handed-in', 'accepted', 'sent-back', 'excused')),
  first_handed_in_on date,
  handed_in_on date,
  handed_in_by uuid,
  text text constraint report_hand_in_text check (length(text) <= 2000),
  reason text constraint report_hand_in_reason check (length(reason) <= 2000),
  sent_back_times integer not null default 0,
  version integer not null default 1,
  constraint report_hand_in_pkey primary key (tenant_id, id),
  constraint report_hand_in_unit_key unique (tenant_id, period_id, unit_id),
  constraint report_hand_in_handed check
    ((state in ('handed-in', 'accepted', 'sent-back')) = (handed_in_on is not null)),
  constraint report_hand_in_first check ((first_handed_in_on is null) = (handed_in_on is null))
);
comment on table planning.report_hand_in is 'The report of one unit for a period, from expected to accepted.';
comment on column planning.report_hand_in.first_handed_in_on is 'The day that counts for being in time; mending what was sent back does not make it late.';
comment on column planning.report_hand_in.reason is 'Why it was sent back, or why it is not required.';

create table planning.report_event (
  tenant_id uuid not null,
  at timestamptz not null,
  id uuid not null,
  period_id uuid not null,
  unit_id uuid,
  kind text not null constraint report_event_kind check (kind in ('made', 'ordered', 'edited', 'followed', 'sent-on',
    'reopened', 'discarded', 'restored', 'dropped', 'ordered-again', 'amended', 'handed-in', 'withdrawn', 'accepted',
    'sent-back', 'excused', 'taken-back', 'asked')),
  actor_name text not null,
  text text not null default '' constraint report_event_text check (length(text) <= 2000),
  constraint report_event_pkey primary key (tenant_id, at, id)
);
comment on table planning.report_event is 'What happened to a period, or to the report of one unit in it; never changed.';

create table planning.report_rule (
  tenant_id uuid not null,
  version integer not null,
  at timestamptz not null,
  actor_name text not null,
  day_off text not null constraint report_rule_day_off check (day_off in ('keep', 'before', 'after')),
  constraint report_rule_pkey primary key (tenant_id, version)
);
comment on table planning.report_rule is 'What becomes of a hand-in day on which offices are closed; each change is a version. Without one the day is kept.';

alter table planning.report_period add constraint report_period_plan_fk
  foreign key (tenant_id, plan_id) references planning.plan (tenant_id, id);
alter table planning.report_hand_in add constraint report_hand_in_period_fk
  foreign key (tenant_id, period_id) references planning.report_period (tenant_id, id);
alter table planning.report_hand_in add constraint report_hand_in_unit_fk
  foreign key (tenant_id, unit_id) references directory.unit (tenant_id, id);
alter table planning.report_hand_in add constraint report_hand_in_officer_fk
  foreign key (tenant_id, handed_in_by) references directory.officer (tenant_id, id);
alter table planning.report_event add constraint report_event_period_fk
  foreign key (tenant_id, period_id) references planning.report_period (tenant_id, id);
create unique index report_period_key on planning.report_period (tenant_id, source_id, key);
create index report_period_due on planning.report_period (tenant_id, due_on);
create index report_period_plan on planning.report_period (tenant_id, plan_id);
create index report_hand_in_unit on planning.report_hand_in (tenant_id, unit_id, state);
create index report_event_period on planning.report_event (tenant_id, period_id, at);
alter table planning.report_period enable row level security;
create policy report_period_tenant on planning.report_period to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table planning.report_hand_in enable row level security;
create policy report_hand_in_tenant on planning.report_hand_in to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table planning.report_event enable row level security;
create policy report_event_tenant on planning.report_event to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table planning.report_rule enable row level security;
create policy report_rule_tenant on planning.report_rule to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert on planning.report_rule to sauro_app;
grant select, insert, update, delete on planning.report_period, planning.report_hand_in to sauro_app;
grant select, insert, delete on planning.report_event to sauro_app;
