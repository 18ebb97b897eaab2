-- A plan on its way is a draft, whether it was read from a file or is written by hand.
alter table planning.plan_import rename to plan_draft;
alter table planning.plan_import_file rename to plan_draft_file;
alter table planning.plan_import_row rename to plan_draft_row;
alter table planning.plan_draft_file rename column import_id to draft_id;
alter table planning.plan_draft_row rename column import_id to draft_id;
alter table planning.plan rename column import_id to draft_id;
alter table planning.plan_draft rename column stored_at to issued_at;
alter table planning.plan_draft rename constraint plan_import_pkey to plan_draft_pkey;
alter table planning.plan_draft rename constraint plan_import_refused to plan_draft_refused;
alter table planning.plan_draft rename constraint plan_import_tenant_fk to plan_draft_tenant_fk;
alter table planning.plan_draft_file rename constraint plan_import_file_pkey to plan_draft_file_pkey;
alter table planning.plan_draft_file rename constraint plan_import_file_import_fk to plan_draft_file_draft_fk;
alter table planning.plan_draft_row rename constraint plan_import_row_pkey to plan_draft_row_pkey;
alter table planning.plan_draft_row rename constraint plan_import_row_kind to plan_draft_row_kind;
alter table planning.plan_draft_row rename constraint plan_import_row_state to plan_draft_row_state;
alter table planning.plan_draft_row rename constraint plan_import_row_import_fk to plan_draft_row_draft_fk;
alter index planning.plan_import_created rename to plan_draft_created;
alter index planning.plan_import_row_order rename to plan_draft_row_order;
alter policy plan_import_tenant on planning.plan_draft rename to plan_draft_tenant;
alter policy plan_import_file_tenant on planning.plan_draft_file rename to plan_draft_file_tenant;
alter policy plan_import_row_tenant on planning.plan_draft_row rename to plan_draft_row_tenant;

alter table planning.plan_draft drop constraint plan_import_state;
alter table planning.plan_draft drop constraint plan_import_stored;
update planning.plan_draft set state = case state when 'review' then 'draft' when 'stored' then 'issued' else state end;
alter table planning.plan_draft add constraint plan_draft_state
  check (state in ('reading', 'refused', 'draft', 'checked', 'issued', 'discarded'));
alter table planning.plan_draft add constraint plan_draft_issued check ((state = 'issued') = (plan_id is not null));

comment on table planning.plan_draft is 'A plan before it is issued, read from a file or written by hand; once issued its rows stay as the issued text.';
comment on table planning.plan_draft_row is 'One row of a draft; data is what will be issued, original what the reader gave.';
comment on column planning.plan_draft.made_unit_ids is 'Units that issuing made, which taking back removes again when nothing else uses them.';
comment on column planning.plan.draft_id is 'The draft that it was issued from, whose rows are its text as issued.';

update directory.role_grant set act = case act
    when 'planning.plan-import.store' then 'planning.plan-draft.issue'
    when 'planning.plan-import.undo' then 'planning.plan-draft.take-back'
    else replace(act, 'planning.plan-import.', 'planning.plan-draft.') end
  where act like 'planning.plan-import.%';
