-- A task made from a conclusion stands on its document like one from above, and is told apart from it.
alter table planning.task add column conclusion_id uuid;
comment on column planning.task.conclusion_id is 'The conclusion that made it; null for a task of a plan or from above.';
alter table planning.task add constraint task_conclusion check (conclusion_id is null or from_number is not null);
alter table planning.task add constraint task_conclusion_fk
  foreign key (tenant_id, conclusion_id) references planning.conclusion (tenant_id, id);
create index task_of_conclusion on planning.task (tenant_id, conclusion_id) where conclusion_id is not null;
