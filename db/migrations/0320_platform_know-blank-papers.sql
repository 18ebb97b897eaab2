-- A paper that shows nothing is no proof: found by the job that looks into papers, once they are held.
alter table platform.file_content drop constraint file_content_readability;
alter table platform.file_content add constraint file_content_readability
  check (readability in ('whole', 'damaged', 'locked', 'blank'));
