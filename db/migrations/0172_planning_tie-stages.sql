-- A stage and a state that do not belong together are impossible; the lists of what waits for one person are short.
alter table planning.task add constraint task_stage check (case stage
  when 'done' then state = 'done'
  when 'cancelled' then state = 'cancelled'
  else state = 'open' and stage in ('draft', 'assigned', 'accepted', 'in-progress', 'submitted', 'sent-back', 'waiting')
  end);
alter table planning.task add constraint task_handed_in check
  (stage <> 'submitted' or (handed_in_text is not null and handed_in_on is not null));
create index task_stage on planning.task (tenant_id, stage, due_on, ordinal, id) where state = 'open';
create index task_approver on planning.task (tenant_id, approver_id, stage, due_on, ordinal, id) where state = 'open';
