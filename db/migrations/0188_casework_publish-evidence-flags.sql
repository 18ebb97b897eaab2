-- Which records have evidence, and evidence that somebody should look at again: lists of records are filtered by it.
create view casework.published_evidence with (security_invoker = true) as
  select a.tenant_id, a.record_kind, a.record_id, v.issued_on
  from casework.evidence_attachment a
  join casework.evidence e on e.tenant_id = a.tenant_id and e.id = a.evidence_id
  join casework.evidence_version v on v.tenant_id = e.tenant_id and v.evidence_id = e.id and v.version = e.version
  where a.removed_at is null;
comment on view casework.published_evidence is 'What stands at each record: one row for each proof.';

create view casework.published_evidence_flag with (security_invoker = true) as
  select a.tenant_id, a.record_kind, a.record_id, flagged.flag
  from casework.evidence_attachment a
  join casework.evidence e on e.tenant_id = a.tenant_id and e.id = a.evidence_id
  join casework.evidence_version v on v.tenant_id = e.tenant_id and v.evidence_id = e.id and v.version = e.version
  join platform.file_content f on f.tenant_id = v.tenant_id and f.id = v.content_id
  left join casework.signature_check s on s.tenant_id = f.tenant_id and s.sha256 = f.sha256
  cross join lateral (values
    ('unreadable', f.readability <> 'whole' or f.scan = 'infected'),
    ('unsigned', s.standing = 'unsigned'),
    ('broken-signature', s.standing = 'broken'),
    ('changed-after-signing', s.standing = 'changed'),
    ('unknown-signer', s.standing = 'doubtful')
  ) as flagged (flag, holds)
  where a.removed_at is null and flagged.holds;
comment on view casework.published_evidence_flag is 'The flags that a file carries wherever it is attached; one row for each record and flag.';
grant select on casework.published_evidence, casework.published_evidence_flag to sauro_app;
