-- A trial of restoring also checks the chains of the audit in what it restored; the system page shows what it found.
alter table platform.backup_made
  add column audit_line_count bigint,
  add column audit_fault_count integer,
  add constraint backup_made_audit_both check ((audit_line_count is null) = (audit_fault_count is null));
comment on column platform.backup_made.audit_line_count is 'Of a trial: sealed audit lines whose chain was checked, of all tenants; null where nobody checked.';
comment on column platform.backup_made.audit_fault_count is 'Of a trial: places where a chain does not hold.';
