-- A deed on many rows whose person may no longer do it comes to an end instead of running for ever.
alter table lists.bulk_run drop constraint bulk_run_state;
alter table lists.bulk_run add constraint bulk_run_state
  check (state in ('running', 'done', 'undoing', 'undone', 'stopped'));
