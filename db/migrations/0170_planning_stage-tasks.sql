-- Where a task stands in its life. `state` stays what figures count by; the next steps fill the stage and tie the two.
alter table planning.task add column stage text not null default 'draft';
alter table planning.task add column handed_in_text text;
alter table planning.task add column handed_in_exception text;
alter table planning.task add column handed_in_on date;
alter table planning.task add column event_on date;
alter table planning.task add column event_text text;
comment on column planning.task.stage is 'The step of its life; draft until all six things that must be clear are clear.';
comment on column planning.task.closed_on is 'Done: the day the product was handed in. Cancelled: the day of the decision.';
comment on column planning.task.handed_in_text is 'What was made, as last handed in; it stays after being sent back.';
comment on column planning.task.handed_in_exception is 'Why the product is not the one that the plan names; approving accepts it.';
comment on column planning.task.event_on is 'The day of the event or request for which the deadline waited.';

alter table planning.task_event drop constraint task_event_kind;
alter table planning.task_event add constraint task_event_kind check (kind in
  ('imported', 'assigned', 'accepted', 'declined', 'started', 'submitted', 'withdrawn', 'approved', 'sent-back',
   'event-recorded', 'completed', 'cancelled', 'reopened', 'amended', 'dropped', 'restored', 'taken-back'));
