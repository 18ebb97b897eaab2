-- The list of all evidence and lists frozen as evidence are not there yet: nothing may be granted or kept for them.
delete from directory.role_grant where act = 'casework.evidence-list.export';
