-- The content of a line as text that another program can build again: each value with its length in bytes before it, so
-- that no value can pass for two. The same is written in src/platform/audit/chain.ts.
create function platform.audit_value(value text) returns text
  language sql immutable parallel safe
  return coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '-');

create function platform.audit_instant(value timestamptz) returns text
  language sql immutable parallel safe
  return to_char(value at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

create function platform.audit_content(line platform.audit_line) returns text
  language sql immutable parallel safe
  return 'sauro-audit-1'
    || platform.audit_value(line.tenant_id::text) || platform.audit_value(line.position::text)
    || platform.audit_value(platform.audit_instant(line.at)) || platform.audit_value(line.id::text)
    || platform.audit_value(line.act) || platform.audit_value(line.actor_kind)
    || platform.audit_value(line.actor_id::text) || platform.audit_value(line.actor_name)
    || platform.audit_value(line.record_kind) || platform.audit_value(line.record_id::text)
    || platform.audit_value(line.before::text) || platform.audit_value(line.after::text)
    || platform.audit_value(line.request_id) || platform.audit_value(line.remote_address)
    || platform.audit_value(platform.audit_instant(line.stored_at));

comment on function platform.audit_content(platform.audit_line) is 'What the hash of a line covers, besides the hash before it.';

-- Gives waiting lines their places. Writers are never waited for and never wait: a line that commits later comes later.
create function platform.seal_audit_lines(most integer) returns integer
  language plpgsql
as $$
declare
  line platform.audit_line;
  chain platform.audit_chain;
  sealed integer := 0;
begin
  -- One sealer at a time in this database; a second one leaves the work to the first.
  if not pg_try_advisory_xact_lock(7301207) then
    return 0;
  end if;
  for line in
    select * from platform.audit_line where position is null order by tenant_id, at, id limit most
  loop
    if chain.tenant_id is distinct from line.tenant_id then
      update platform.audit_chain c set length = chain.length, head_hash = chain.head_hash where c.tenant_id = chain.tenant_id;
      insert into platform.audit_chain values (line.tenant_id, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
      select * into strict chain from platform.audit_chain c where c.tenant_id = line.tenant_id for update;
    end if;
    chain.length := chain.length + 1;
    line.position := chain.length;
    chain.head_hash := sha256(chain.head_hash || convert_to(platform.audit_content(line), 'UTF8'));
    update platform.audit_line l set position = chain.length, hash = chain.head_hash
    where l.tenant_id = line.tenant_id and l.at = line.at and l.id = line.id;
    sealed := sealed + 1;
  end loop;
  update platform.audit_chain c set length = chain.length, head_hash = chain.head_hash where c.tenant_id = chain.tenant_id;
  return sealed;
end
$$;
comment on function platform.seal_audit_lines(integer) is 'Seals at most so many waiting lines of all tenants; gives how many. For the owner alone.';
revoke all on function platform.seal_audit_lines(integer) from public;

-- The owner is bound too, so that no migration or console session changes the past by mistake: a line may be sealed once.
create function platform.keep_audit_line() returns trigger
  language plpgsql
as $$
declare
  unsealed platform.audit_line;
begin
  if tg_op = 'UPDATE' then
    unsealed := new;
    unsealed.position := null;
    unsealed.hash := null;
    if new.position is not null and new.hash is not null and unsealed is not distinct from old then
      return new;
    end if;
  end if;
  raise exception 'an audit line is neither changed nor taken away' using errcode = 'insufficient_privilege';
end
$$;
revoke all on function platform.keep_audit_line() from public;

create trigger audit_line_stays before update or delete on platform.audit_line
  for each row execute function platform.keep_audit_line();
create trigger audit_table_stays before truncate on platform.audit_line
  for each statement execute function platform.keep_audit_line();
