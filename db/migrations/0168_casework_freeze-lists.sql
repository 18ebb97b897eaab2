-- A record as proof: a list frozen at a moment, with the filter by which it was asked for and the number of its rows.
alter table casework.evidence_version
  add column frozen_query text,
  add column frozen_rows integer,
  add constraint evidence_version_frozen check (
    (frozen_query is null) = (frozen_rows is null) and (frozen_query is null or (content_id is not null and linked_kind is not null))
  );
comment on column casework.evidence_version.frozen_query is 'The filter of the list, as in its address; the list is named by linked_kind, its rows are the content.';
