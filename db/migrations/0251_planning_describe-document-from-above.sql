-- The document of a higher body says what it is about, and what was typed of it wrongly can be mended with a reason.
alter table planning.task add column from_abstract text;
comment on column planning.task.from_abstract is 'What the document of the higher body is about, in its own words.';
alter table planning.task add constraint task_from_abstract check (from_abstract is null or from_number is not null);

alter table planning.task_event drop constraint task_event_kind;
alter table planning.task_event add constraint task_event_kind check (kind in
  ('imported', 'assigned', 'accepted', 'declined', 'started', 'submitted', 'withdrawn', 'approved', 'sent-back',
   'event-recorded', 'completed', 'cancelled', 'reopened', 'amended', 'dropped', 'restored', 'taken-back',
   'occurrences-made', 'split', 'contribution-accepted', 'contributed', 'contribution-declined', 'contribution-sent-back',
   'dependency-added', 'dependency-removed', 'document-edited',
   'due-changed', 'due-change-asked', 'due-change-granted', 'due-change-refused', 'due-change-withdrawn', 'entered'));
