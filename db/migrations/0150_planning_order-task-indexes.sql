-- A list filtered by unit, person or state is read in the order of its deadlines: one index finds the first page without
-- reading the rows of other units between, and counts without reading rows at all.
drop index planning.task_due;
drop index planning.task_lead;
drop index planning.task_assignee;
create index task_due on planning.task (tenant_id, state, due_on, ordinal, id);
create index task_lead on planning.task (tenant_id, lead_unit_id, state, due_on, ordinal, id);
create index task_assignee on planning.task (tenant_id, assignee_id, state, due_on, ordinal, id);
