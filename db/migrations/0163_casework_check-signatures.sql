-- Whom the office trusts to vouch for signers, and what was found of the signatures in each held PDF.
create table casework.trusted_certificate (
  tenant_id uuid not null,
  id uuid not null,
  certificate bytea not null constraint trusted_certificate_bytes check (length(certificate) between 100 and 65536),
  fingerprint bytea not null constraint trusted_certificate_fingerprint check (length(fingerprint) = 32),
  name text not null,
  organisation text,
  issuer text not null,
  not_before timestamptz not null,
  not_after timestamptz not null,
  added_by_name text not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  constraint trusted_certificate_pkey primary key (tenant_id, id)
);
comment on table casework.trusted_certificate is 'Certificates of authorities; a signature is trusted when its certificate leads to one of these.';
comment on column casework.trusted_certificate.fingerprint is 'SHA-256 of the certificate in DER.';
comment on column casework.trusted_certificate.removed_at is 'Since when it is in the trash and counts for nothing.';
alter table casework.trusted_certificate add constraint trusted_certificate_tenant_fk foreign key (tenant_id) references directory.tenant (id);
create unique index trusted_certificate_once on casework.trusted_certificate (tenant_id, fingerprint) where removed_at is null;

create table casework.signature_check (
  tenant_id uuid not null,
  sha256 bytea not null constraint signature_check_sha256 check (length(sha256) = 32),
  standing text not null constraint signature_check_standing check (standing in ('good', 'doubtful', 'changed', 'broken', 'unsigned', 'unchecked')),
  report jsonb not null,
  trusted_by bytea not null constraint signature_check_trusted_by check (length(trusted_by) = 32),
  checked_at timestamptz not null,
  constraint signature_check_pkey primary key (tenant_id, sha256)
);
comment on table casework.signature_check is 'One row for each content that is a PDF; it names the content by its hash, so that it holds no content back from being removed.';
comment on column casework.signature_check.standing is 'The worst of all signatures, in one word; what it says of each stands in the report.';
comment on column casework.signature_check.trusted_by is 'A hash over the certificates that were trusted when it was checked.';
alter table casework.signature_check add constraint signature_check_tenant_fk foreign key (tenant_id) references directory.tenant (id);

alter table casework.trusted_certificate enable row level security;
create policy trusted_certificate_tenant on casework.trusted_certificate to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table casework.signature_check enable row level security;
create policy signature_check_tenant on casework.signature_check to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on casework.trusted_certificate, casework.signature_check to sauro_app;
