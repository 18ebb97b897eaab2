-- Which proofs lay beside a product when it was handed in, so that approving can tell whether they still do.
alter table planning.task add column handed_in_proofs uuid[] not null default '{}';
comment on column planning.task.handed_in_proofs is 'Attachments of evidence, by their ids; none where it was handed in before they were noted.';
