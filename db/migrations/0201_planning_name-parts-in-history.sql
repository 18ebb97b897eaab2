-- What can happen to tasks that have parts, and to what coordinating units contribute.
alter table planning.task_event drop constraint task_event_kind;
alter table planning.task_event add constraint task_event_kind check (kind in
  ('imported', 'assigned', 'accepted', 'declined', 'started', 'submitted', 'withdrawn', 'approved', 'sent-back',
   'event-recorded', 'completed', 'cancelled', 'reopened', 'amended', 'dropped', 'restored', 'taken-back',
   'occurrences-made', 'split', 'contribution-accepted', 'contributed', 'contribution-declined', 'contribution-sent-back',
   'dependency-added', 'dependency-removed',
   'due-changed', 'due-change-asked', 'due-change-granted', 'due-change-refused', 'due-change-withdrawn', 'entered'));
