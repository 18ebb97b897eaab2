-- How what was told went out, for ledgers of other modules.
create view casework.published_notice_delivery with (security_invoker = true) as
  select d.tenant_id, c.notice_id, d.officer_id, d.channel, d.state, d.sent_at, d.delivered_at, n.opened_at, d.failed_at, d.trouble
  from casework.delivery_notice c
  join casework.delivery d on d.tenant_id = c.tenant_id and d.id = c.delivery_id
  left join casework.notice n on n.tenant_id = c.tenant_id and n.id = c.notice_id;
comment on view casework.published_notice_delivery is 'A row for each letter that carried a notice; opened when the person opened that very notice.';
grant select on casework.published_notice_delivery to sauro_app;
