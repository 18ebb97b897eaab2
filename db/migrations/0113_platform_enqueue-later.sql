-- Some jobs wait: a repeated attempt for its hour, a clearing away for the next day.
create function platform.enqueue_at(task_name text, payload json, job_key text, run_at timestamptz, keeps_time boolean) returns void
  language plpgsql security definer set search_path = pg_catalog
as $$
begin
  perform graphile_worker.add_job(
    task_name, payload, run_at => run_at, job_key => job_key, max_attempts => 8,
    job_key_mode => case when keeps_time then 'preserve_run_at' else 'replace' end);
end
$$;
comment on function platform.enqueue_at(text, json, text, timestamptz, boolean) is 'Adds a background job for a later moment; with keeps_time, a job that waits under the same key keeps its own moment.';

revoke all on function platform.enqueue_at(text, json, text, timestamptz, boolean) from public;
grant execute on function platform.enqueue_at(text, json, text, timestamptz, boolean) to sauro_app;
