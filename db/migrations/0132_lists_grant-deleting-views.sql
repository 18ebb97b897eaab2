-- Deleting and restoring views are rights of their own: whoever could do so by keeping views keeps them, and opens
-- the trash, where each sees what they may bring back. Views that were
-- deleted before go to the trash, from where they come back.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, own.act, g.scope
  from directory.role_grant g
  cross join (values ('lists.saved-view.delete'), ('lists.saved-view.restore'), ('workbench.trash.restore')) as own (act)
  where g.act = 'lists.saved-view.keep' on conflict do nothing;

insert into platform.trash_entry (tenant_id, id, kind, record_id, title, act, reason, actor_id, actor_name, thrown_at)
  select v.tenant_id, gen_random_uuid(), 'saved-view', v.id, v.name, 'lists.saved-view.delete', '', v.owner_id, v.owner_name, v.deleted_at
  from lists.saved_view v where v.deleted_at is not null on conflict do nothing;
