-- Letters that waited before know their record from what they say.
update platform.webhook_delivery
  set record_id = (body::json -> 'data') ->> 'recordId'
  where state <> 'delivered' and record_id = '';
