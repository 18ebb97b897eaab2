-- Tasks that stand already: what is open and wholly clear counts as assigned, or waits for its event; the rest is draft.
update planning.task set stage = case
  when state <> 'open' then state
  when assignee_id is null or lead_unit_id is null or approver_id is null or due_kind is null
    or title = '' or coalesce(product, '') = '' then 'draft'
  when due_on is null and due_kind in ('after-event', 'on-request') then 'waiting'
  else 'assigned' end;
update planning.task set handed_in_text = closing_text, handed_in_on = closed_on where state = 'done';
