-- A deed on many tasks can be taken back for some minutes.
alter table planning.task_event drop constraint task_event_kind;
alter table planning.task_event add constraint task_event_kind check (kind in
  ('imported', 'assigned', 'completed', 'cancelled', 'reopened', 'amended', 'dropped', 'restored', 'taken-back'));
