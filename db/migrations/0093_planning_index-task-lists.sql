-- Each order of the task list begins at its place by an index of its own; what lacks the value comes after.
create index task_due_order on planning.task (tenant_id, due_on, ordinal, id);
create index task_closed_order on planning.task (tenant_id, closed_on, ordinal, id);
create index task_title_order on planning.task (tenant_id, (left(title, 100) collate "vi-x-icu"), ordinal, id);
