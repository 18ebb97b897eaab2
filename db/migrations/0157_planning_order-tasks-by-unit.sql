-- The list in the order of units reads one unit after the other, each in the order of the plan.
create index task_unit_order on planning.task (tenant_id, lead_unit_id, ordinal, id);
