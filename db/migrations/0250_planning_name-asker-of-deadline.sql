-- Who asked for another deadline is told what became of it; requests from before name an account only.
alter table planning.due_change_request add column asked_by_officer_id uuid;
comment on column planning.due_change_request.asked_by_officer_id is 'The officer who asked, to be told of the answer; null for what was asked before this was kept.';
alter table planning.due_change_request add constraint due_change_request_officer_fk
  foreign key (tenant_id, asked_by_officer_id) references directory.officer (tenant_id, id);
