-- A task has both deadlines or none; counting what is late reads an index alone.
alter table planning.task add constraint task_first_due check ((due_on is null) = (first_due_on is null));
create index task_first_due on planning.task (tenant_id, state, first_due_on);
