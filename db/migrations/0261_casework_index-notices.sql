-- One notice is asked for by whoever opens it, and by each letter that carries it.
create unique index notice_id on casework.notice (tenant_id, id);
