-- How a person, or the whole office, likes to look at a list.
create schema lists;
grant usage on schema lists to sauro_app;

create table lists.saved_view (
  tenant_id uuid not null,
  id uuid not null,
  list text not null,
  name text not null,
  query text not null,
  owner_id uuid not null,
  owner_name text not null,
  is_shared boolean not null,
  deleted_at timestamptz,
  created_at timestamptz not null,
  constraint saved_view_pkey primary key (tenant_id, id)
);
comment on table lists.saved_view is 'A filter and order of a list under a name, for its owner alone or for the office.';
comment on column lists.saved_view.list is 'The address of the list, such as /nhiem-vu.';
comment on column lists.saved_view.query is 'The filter as it stands in an address; what the list no longer knows is dropped when it is opened.';
comment on column lists.saved_view.owner_id is 'The account that made it.';
create index saved_view_list on lists.saved_view (tenant_id, list, owner_id);

create table lists.view_choice (
  tenant_id uuid not null,
  account_id uuid not null,
  view_id uuid not null,
  list text not null,
  is_pinned boolean not null,
  is_usual boolean not null,
  constraint view_choice_pkey primary key (tenant_id, account_id, view_id)
);
comment on table lists.view_choice is 'Which views a person has as tabs of a list, and with which one the list opens.';
create unique index view_choice_usual on lists.view_choice (tenant_id, account_id, list) where is_usual;
alter table lists.view_choice add constraint view_choice_view_fk foreign key (tenant_id, view_id) references lists.saved_view (tenant_id, id);

alter table lists.saved_view enable row level security;
create policy saved_view_tenant on lists.saved_view to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table lists.view_choice enable row level security;
create policy view_choice_tenant on lists.view_choice to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on lists.saved_view, lists.view_choice to sauro_app;
