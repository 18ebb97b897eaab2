-- Whatever opens something in the place of a person ends with the password that was taken from them, also what other
-- modules gave out; they see since when.
alter table directory.account add column keys_void_before timestamptz;
comment on column directory.account.keys_void_before is 'What was given out before in place of a sign-in opens nothing any more.';
create view directory.published_key_standing with (security_invoker = true) as
  select tenant_id, id as account_id, keys_void_before from directory.account;
comment on view directory.published_key_standing is 'Since when links and keys of an account are to be believed, for modules that give some out.';
grant select on directory.published_key_standing to sauro_app;
