-- Whoever is told of something is told together with the one who stands in on that day.
create view directory.published_absence with (security_invoker = true) as
  select tenant_id, officer_id, substitute_id, from_on, to_on from directory.absence where cancelled_at is null;
comment on view directory.published_absence is 'Absences that count, for modules that tell people of something.';
grant select on directory.published_absence to sauro_app;
