-- Lists frozen as evidence are not there yet; the columns come with them.
alter table casework.evidence_version drop constraint evidence_version_frozen;
alter table casework.evidence_version drop column frozen_query, drop column frozen_rows;
