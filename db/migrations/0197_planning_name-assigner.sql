-- Who gave a task out is told when it is declined; at which step an event left the task is what tells of earlier days.
alter table planning.task add column assigner_id uuid;
alter table planning.task add constraint task_assigner_fk foreign key (tenant_id, assigner_id) references directory.officer (tenant_id, id);
comment on column planning.task.assigner_id is 'Who named the person that does it; null where a program or an older release did.';
alter table planning.task_event add column stage text;
comment on column planning.task_event.stage is 'The step to which it brought the task; null where the task stayed at its step.';
