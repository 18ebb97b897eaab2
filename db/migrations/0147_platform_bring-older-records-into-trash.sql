-- What people put aside before there was a trash stands in it from now on, for the whole of its time: nothing is removed
-- that nobody could see was about to go. Who put it aside, and by which act, is what the audit says of the last time.
-- Left out are lists of officers: what their taking back ended was not written down then, so they cannot come back whole.
insert into platform.trash_entry (tenant_id, id, kind, record_id, title, act, actor_id, actor_name, thrown_at)
select aside.tenant_id, gen_random_uuid(), aside.kind, aside.record_id, left(aside.title, 300), line.act,
  line.actor_id, line.actor_name, now()
from (
  select d.tenant_id, 'plan-draft' as kind, d.id as record_id, 'planning.plan-draft.discard' as act,
    coalesce(d.head ->> 'title', d.file_name, d.origin_words, '') as title
  from planning.plan_draft d where d.state = 'discarded'
  union all
  select u.tenant_id, 'unit', u.id, 'directory.unit.end', u.name
  from directory.unit u where u.ended_on is not null
  union all
  select o.tenant_id, 'officer', o.id, 'directory.officer.end', o.full_name
  from directory.officer o where o.ended_on is not null
  union all
  select r.tenant_id, 'role', r.id, 'directory.role.end', r.name
  from directory.role r where r.ended_at is not null and r.name is not null
  union all
  select a.tenant_id, 'absence', a.id, 'directory.absence.cancel',
    o.full_name || ', ' || to_char(a.from_on, 'DD/MM/YYYY') || ' – ' || to_char(a.to_on, 'DD/MM/YYYY')
  from directory.absence a join directory.officer o on o.tenant_id = a.tenant_id and o.id = a.officer_id
  where a.cancelled_at is not null
  union all
  select d.tenant_id, 'own-day', d.id, 'calendar.own-day.remove', to_char(d.on_date, 'DD/MM/YYYY') || ' · ' || d.reason
  from calendar.own_day d where d.removed_at is not null
) as aside
cross join lateral (
  select l.act, l.actor_id, l.actor_name, l.at from platform.audit_line l
  where l.tenant_id = aside.tenant_id and l.record_kind = aside.kind and l.record_id = aside.record_id
    and l.act = aside.act
  order by l.at desc limit 1
) as line
-- Later ones had an entry, and its time may be over.
where line.at < (select applied_at from migration.applied where name = '0100_platform_create-trash.sql')
on conflict on constraint trash_entry_record_key do nothing;
