-- A rare act among millions of lines is found without reading past the others.
create index audit_line_act on platform.audit_line (tenant_id, act, at desc, id desc);
