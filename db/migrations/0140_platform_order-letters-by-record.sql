-- A letter waits for earlier ones about the same record alone, and an address rests after several failures in a row.
alter table platform.webhook_delivery add column record_id text not null default '';
comment on column platform.webhook_delivery.record_id is 'The record that it is about: letters about one record go out one after the other.';
alter table platform.webhook add column failed_in_row integer not null default 0;
alter table platform.webhook add column rests_until timestamptz;
comment on column platform.webhook.failed_in_row is 'Attempts that failed since anything was accepted, over all letters.';
comment on column platform.webhook.rests_until is 'Nothing is sent before this moment, after several failures in a row.';

drop index platform.webhook_delivery_turn;
create index webhook_delivery_latest on platform.webhook_delivery (tenant_id, webhook_id, enqueued_at, id);
create index webhook_delivery_turn on platform.webhook_delivery (tenant_id, webhook_id, next_at, enqueued_at, id) where state = 'waiting';
create index webhook_delivery_record on platform.webhook_delivery (tenant_id, webhook_id, record_id, enqueued_at, id) where state = 'waiting';
create index webhook_delivery_dead on platform.webhook_delivery (tenant_id, webhook_id) where state = 'dead';
create index webhook_delivery_old on platform.webhook_delivery (tenant_id, webhook_id, last_at) where state = 'delivered';
