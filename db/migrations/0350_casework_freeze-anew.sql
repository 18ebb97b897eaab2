-- What was frozen once can be frozen anew: what comes then is a new version of the same proof, and the old one stays reachable.
alter table casework.frozen_record add column anew_of uuid;
comment on column casework.frozen_record.anew_of is 'While it waits: the attachment whose proof gets a new version; null where a proof of its own is made, and once it is frozen.';
alter table casework.frozen_record add constraint frozen_record_anew_fk foreign key (tenant_id, anew_of) references casework.evidence_attachment (tenant_id, id) on delete cascade;
create index frozen_record_anew on casework.frozen_record (tenant_id, anew_of) where anew_of is not null;
