-- An administrator opens accounts with a password of one use in mind, and the account says that it still has it.
alter table directory.account add column start_password_at timestamptz;
comment on column directory.account.start_password_at is 'When an administrator gave the password that stands; null once the person has chosen one.';
