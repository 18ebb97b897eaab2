-- Official papers that the office sends out about its records: numbered, frozen and filed (docs/decisions/0055).
create table casework.paper_book (
  tenant_id uuid not null,
  book text not null constraint paper_book_book check (book in ('letter', 'slip')),
  year integer not null constraint paper_book_year check (year between 2000 and 2999),
  last_number integer not null constraint paper_book_last check (last_number between 0 and 99999),
  constraint paper_book_pkey primary key (tenant_id, book, year)
);
comment on table casework.paper_book is 'The highest number that each series has given in a year; its row is locked while a number is given.';

create table casework.issued_paper (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null default 'draft'
    constraint issued_paper_state check (state in ('draft', 'issued', 'withdrawn', 'replaced')),
  subject text not null,
  asked jsonb not null,
  unit_ids uuid[] not null default '{}',
  symbol text not null,
  authority text not null constraint issued_paper_authority check (authority in ('tm', 'kt', 'tl', 'none')),
  signer_name text not null,
  signer_position text not null,
  recipients text not null,
  urgency text not null default 'none'
    constraint issued_paper_urgency check (urgency in ('none', 'khan', 'thuong-khan', 'hoa-toc')),
  drafted_by_id uuid,
  drafted_by_name text not null,
  drafted_unit_id uuid,
  drafted_at timestamptz not null,
  changed_at timestamptz not null,
  replaces_id uuid,
  book text constraint issued_paper_book check (book in ('letter', 'slip')),
  year integer,
  number integer constraint issued_paper_number check (number between 1 and 99999),
  number_note text not null default '',
  issued_on date,
  issued_at timestamptz,
  issued_by_name text,
  paper jsonb,
  word_content_id uuid,
  word_sha256 bytea,
  word_bytes bigint,
  pdf_content_id uuid,
  pdf_sha256 bytea,
  pdf_bytes bigint,
  filed_at timestamptz,
  ended_at timestamptz,
  ended_by_name text,
  ended_reason text,
  discarded_at timestamptz,
  version integer not null default 1,
  folded text not null generated always as (platform.fold(subject || ' ' || coalesce(number::text, '') || '/' || symbol || ' ' || signer_name)) stored,
  spelled text not null generated always as (platform.spell(subject || ' ' || coalesce(number::text, '') || '/' || symbol || ' ' || signer_name)) stored,
  constraint issued_paper_pkey primary key (tenant_id, id),
  constraint issued_paper_number_key unique (tenant_id, book, year, number),
  constraint issued_paper_issued check ((state = 'draft') = (number is null) and (number is null) = (paper is null)
    and (number is null) = (issued_on is null) and (number is null) = (book is null) and (number is null) = (year is null)
    and (number is null) = (issued_at is null) and (number is null) = (issued_by_name is null)),
  constraint issued_paper_ended check ((state in ('withdrawn', 'replaced')) = (ended_at is not null)),
  constraint issued_paper_filed check ((filed_at is null) = (word_content_id is null) and (filed_at is null) = (pdf_content_id is null)),
  constraint issued_paper_discarded check (discarded_at is null or state = 'draft')
);
comment on table casework.issued_paper is 'A paper from its draft to its filing; once issued its content never changes, and its number is never given again.';
comment on column casework.issued_paper.kind is 'The kind of paper; the slice that composes it knows what it means.';
comment on column casework.issued_paper.asked is 'What the paper is to be composed from, as its slice keeps it.';
comment on column casework.issued_paper.unit_ids is 'The units that it is addressed to.';
comment on column casework.issued_paper.authority is 'In whose name it is signed: tm, kt, tl, or nobody else''s.';
comment on column casework.issued_paper.number_note is 'Why the number is not the one that came next.';
comment on column casework.issued_paper.paper is 'The whole paper as data, as it was when it was issued.';
comment on column casework.issued_paper.filed_at is 'When its Word and PDF files were made and kept.';
comment on column casework.issued_paper.ended_reason is 'Why it was withdrawn or replaced.';
comment on column casework.issued_paper.discarded_at is 'Since when the draft is in the trash.';
alter table casework.issued_paper add constraint issued_paper_officer_fk
  foreign key (tenant_id, drafted_by_id) references directory.officer (tenant_id, id);
alter table casework.issued_paper add constraint issued_paper_unit_fk
  foreign key (tenant_id, drafted_unit_id) references directory.unit (tenant_id, id);
alter table casework.issued_paper add constraint issued_paper_replaces_fk
  foreign key (tenant_id, replaces_id) references casework.issued_paper (tenant_id, id);
alter table casework.issued_paper add constraint issued_paper_word_fk
  foreign key (tenant_id, word_content_id) references platform.file_content (tenant_id, id);
alter table casework.issued_paper add constraint issued_paper_pdf_fk
  foreign key (tenant_id, pdf_content_id) references platform.file_content (tenant_id, id);
create index issued_paper_changed on casework.issued_paper (tenant_id, changed_at desc, id desc) where discarded_at is null;
create index issued_paper_issued_on on casework.issued_paper (tenant_id, issued_on desc, id desc) where discarded_at is null;
create index issued_paper_replaces on casework.issued_paper (tenant_id, replaces_id) where replaces_id is not null;
create index issued_paper_word on casework.issued_paper (tenant_id, word_content_id) where word_content_id is not null;
create index issued_paper_pdf on casework.issued_paper (tenant_id, pdf_content_id) where pdf_content_id is not null;
create index issued_paper_folded on casework.issued_paper using gin (folded gin_trgm_ops);
create index issued_paper_spelled on casework.issued_paper using gin (spelled gin_trgm_ops);

create table casework.issued_paper_record (
  tenant_id uuid not null,
  paper_id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  unit_id uuid,
  ordinal integer not null,
  facts jsonb not null,
  constraint issued_paper_record_pkey primary key (tenant_id, paper_id, record_kind, record_id)
);
comment on table casework.issued_paper_record is 'The records that an issued paper is about, each as the paper says it; never changed.';
comment on column casework.issued_paper_record.unit_id is 'The unit to which the paper says it.';
alter table casework.issued_paper_record add constraint issued_paper_record_paper_fk
  foreign key (tenant_id, paper_id) references casework.issued_paper (tenant_id, id);
create index issued_paper_record_record on casework.issued_paper_record (tenant_id, record_kind, record_id, paper_id);

alter table casework.paper_book enable row level security;
create policy paper_book_tenant on casework.paper_book to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table casework.issued_paper enable row level security;
create policy issued_paper_tenant on casework.issued_paper to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table casework.issued_paper_record enable row level security;
create policy issued_paper_record_tenant on casework.issued_paper_record to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on casework.paper_book to sauro_app;
grant select, insert, update, delete on casework.issued_paper to sauro_app;
grant select, insert on casework.issued_paper_record to sauro_app;

create view casework.published_issued_paper_record with (security_invoker = true) as
  select r.tenant_id, r.paper_id, p.kind, p.state, r.record_kind, r.record_id, r.unit_id, r.ordinal, r.facts, p.issued_at as at
  from casework.issued_paper_record r
  join casework.issued_paper p on p.tenant_id = r.tenant_id and p.id = r.paper_id;
comment on view casework.published_issued_paper_record is 'What issued papers say of which record, withdrawn ones too.';
grant select on casework.published_issued_paper_record to sauro_app;
