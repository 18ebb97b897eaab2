-- Openings of personal data are few among the writes: found without reading past those.
create index audit_line_opening on platform.audit_line (tenant_id, at desc, id desc)
  where act like '%.see' or act like '%.export';
