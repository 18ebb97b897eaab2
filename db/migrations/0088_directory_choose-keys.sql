-- Keys of one letter can be turned off by those whom they disturb: speech input, unsteady hands.
alter table directory.account add column has_plain_keys boolean not null default true;
comment on column directory.account.has_plain_keys is 'Whether keys without Ctrl or Alt do something outside of fields.';
