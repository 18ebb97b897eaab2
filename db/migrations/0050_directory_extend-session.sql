-- A person recognises an open sign-in by its device, time and address, and proves again who they are before
-- something dangerous.
alter table directory.session
  add column device text not null default '',
  add column remote_address text not null default '',
  add column proven_at timestamptz;
comment on column directory.session.device is 'What the browser called itself at the sign-in, cut to 300 characters.';
comment on column directory.session.proven_at is 'When the person proved again who they are; null while the sign-in itself is the last proof.';

alter table directory.account add column password_changed_at timestamptz;
comment on column directory.account.password_changed_at is 'Null while the password is the one the account was opened with.';
