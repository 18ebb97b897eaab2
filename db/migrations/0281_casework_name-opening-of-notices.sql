-- A later step settles a notice without anybody having seen it; proof of reminding asks when the person opened it.
alter table casework.notice add column opened_at timestamptz;
comment on column casework.notice.opened_at is 'When the person opened it or said to have read it; null where only a later step settled it.';
create view casework.published_notice with (security_invoker = true) as
  select tenant_id, at, id, officer_id, record_kind, record_id, kind, read_at, opened_at from casework.notice;
comment on view casework.published_notice is 'What people were told and when they opened it, for other modules.';
grant select on casework.published_notice to sauro_app;
