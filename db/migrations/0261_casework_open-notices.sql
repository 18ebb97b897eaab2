-- That a person opened a notice, apart from its having been read: a notice is read too when it was settled or all were marked.
alter table casework.notice add column opened_at timestamptz;
comment on column casework.notice.opened_at is 'When the person first opened this very notice, from the list or from a letter.';

-- One notice is asked for by whoever opens it, and by each letter that carries it.
create unique index notice_id on casework.notice (tenant_id, id);

create view casework.published_notice_delivery with (security_invoker = true) as
  select d.tenant_id, c.notice_id, d.officer_id, d.channel, d.state, d.sent_at, d.delivered_at, n.opened_at, d.failed_at, d.trouble
  from casework.delivery_notice c
  join casework.delivery d on d.tenant_id = c.tenant_id and d.id = c.delivery_id
  left join casework.notice n on n.tenant_id = c.tenant_id and n.id = c.notice_id;
comment on view casework.published_notice_delivery is 'How what was told went out: a row for each letter that carried a notice.';
grant select on casework.published_notice_delivery to sauro_app;
