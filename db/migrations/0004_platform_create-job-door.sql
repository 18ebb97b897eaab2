-- Jobs are enqueued in the business transaction; the app role reaches the queue through this one function only.
create function platform.enqueue(task_name text, payload json, job_key text default null) returns void
  language plpgsql security definer set search_path = pg_catalog
as $$
begin
  perform graphile_worker.add_job(task_name, payload, job_key => job_key, max_attempts => 8);
end
$$;
comment on function platform.enqueue(text, json, text) is 'Adds a background job; it becomes visible to workers when the caller commits.';

revoke all on function platform.enqueue(text, json, text) from public;
grant execute on function platform.enqueue(text, json, text) to sauro_app;
