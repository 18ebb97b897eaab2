-- A task may be one time of a recurring task, or a part of another; all are tasks with one life (docs/decisions/0047).
alter table planning.task add column nature text not null default 'single'
  constraint task_nature check (nature in ('single', 'series', 'occurrence', 'sub-task'));
alter table planning.task add column parent_id uuid;
alter table planning.task add column part_no integer;
alter table planning.task add column period_from date;
alter table planning.task add column period_to date;
alter table planning.task add column period_no integer;
comment on column planning.task.nature is 'series: recurs, and is done when all its occurrences are. Figures count single and occurrence, so that nothing counts twice.';
comment on column planning.task.parent_id is 'The series of an occurrence; the task of which a sub-task is a part.';
comment on column planning.task.part_no is 'The number among the parts of the parent, from 1; never given twice.';
comment on column planning.task.period_from is 'Occurrence: the first day of its period. Series: the day from which its occurrences are counted.';
comment on column planning.task.period_no is 'Which of several times within the same period, from 1.';
alter table planning.task add constraint task_parent_fk foreign key (tenant_id, parent_id) references planning.task (tenant_id, id);
alter table planning.task add constraint task_part check (case nature
  when 'single' then period_to is null
  when 'series' then period_from is not null and period_to is null and parent_id is null
  when 'occurrence' then parent_id is not null and part_no is not null and period_from is not null and period_to is not null and period_no is not null
  else parent_id is not null and part_no is not null and period_to is null end);
create unique index task_part_no on planning.task (tenant_id, parent_id, part_no) where parent_id is not null;
create unique index task_period on planning.task (tenant_id, parent_id, period_from, period_to, period_no) where nature = 'occurrence';
