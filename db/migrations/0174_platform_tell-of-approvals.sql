-- Addresses that were told when a task was completed are told when it is approved.
update platform.webhook set events = array_replace(events, 'planning.task.complete', 'planning.task.approve')
  where 'planning.task.complete' = any (events);
