-- Who follows which record: they asked for it, or were named in a note on it.
create table casework.follow (
  tenant_id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  officer_id uuid not null,
  reason text not null constraint follow_reason check (reason in ('asked', 'mentioned')),
  since timestamptz not null,
  constraint follow_pkey primary key (tenant_id, record_kind, record_id, officer_id)
);
comment on table casework.follow is 'Rows go when somebody stops following; the audit keeps that they were there.';
alter table casework.follow add constraint follow_officer_fk foreign key (tenant_id, officer_id) references directory.officer (tenant_id, id);
create index follow_officer on casework.follow (tenant_id, officer_id, record_kind, record_id);

alter table casework.follow enable row level security;
create policy follow_tenant on casework.follow to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, delete on casework.follow to sauro_app;

create view casework.published_follow with (security_invoker = true) as
  select tenant_id, record_kind, record_id, officer_id, reason, since from casework.follow;
comment on view casework.published_follow is 'Who follows which record, for other modules.';

create view casework.published_mention with (security_invoker = true) as
  select m.tenant_id, m.note_id, m.officer_id, m.mentioned_at, n.record_kind, n.record_id, n.author_id, n.author_name
  from casework.note_mention m
  join casework.note n on n.tenant_id = m.tenant_id and n.id = m.note_id
  where n.removed_at is null;
comment on view casework.published_mention is 'Who is named in which note on which record, for other modules.';
grant select on casework.published_follow, casework.published_mention to sauro_app;
