-- The ledger says what the matter was called and who was told as it was then, and is searched by both.
alter table casework.reminder add column title text not null default '';
alter table casework.reminder add column officer_name text not null default '';
alter table casework.reminder add column folded text not null generated always as (platform.fold(title || ' ' || officer_name)) stored;
alter table casework.reminder add column spelled text not null generated always as (platform.spell(title || ' ' || officer_name)) stored;
comment on column casework.reminder.title is 'What the record was called on that morning; empty where its source does not say.';
create index reminder_folded on casework.reminder using gin (folded gin_trgm_ops);
create index reminder_ledger on casework.reminder (tenant_id, at desc, id desc) where not is_covered;

drop view casework.published_reminder;
create view casework.published_reminder with (security_invoker = true) as
  select tenant_id, at, id, on_date, kind, record_kind, record_id, officer_id, unit_id, due_on, first_due_on, step,
    days_late, notice_id, substitute_id, substitute_notice_id, title, officer_name, folded, spelled
  from casework.reminder where not is_covered;
comment on view casework.published_reminder is 'What people were reminded of, for other modules.';
grant select on casework.published_reminder to sauro_app;
