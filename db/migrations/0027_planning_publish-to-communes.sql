-- What a commune may read of the plan of its province: issued plans and their rows, nothing of drafts. The views run
-- with the rights of their owner, for the province is another tenant; the tenant at work alone decides whose plans.
create view planning.published_higher_plan as
  select p.id, p.title, p.number, p.issued_on, p.issuer, p.year_from, p.year_to, p.draft_id
  from planning.plan p
  join directory.tenant t on t.parent_id = p.tenant_id
  where p.state = 'issued' and t.id = nullif(current_setting('app.tenant', true), '')::uuid;

create view planning.published_higher_row as
  select r.draft_id, r.id, r.kind, r.ordinal, r.data
  from planning.plan_draft_row r
  join planning.plan p on p.tenant_id = r.tenant_id and p.draft_id = r.draft_id
  join directory.tenant t on t.parent_id = p.tenant_id
  where p.state = 'issued' and r.state <> 'skipped'
    and t.id = nullif(current_setting('app.tenant', true), '')::uuid;

comment on view planning.published_higher_plan is 'Issued plans of the level above the tenant at work.';
comment on view planning.published_higher_row is 'The rows of those plans as issued.';
grant select on planning.published_higher_plan, planning.published_higher_row to sauro_app;
