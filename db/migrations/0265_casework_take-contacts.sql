-- Codes go out as letters, so the addresses stand with the letters.
drop view directory.published_contact;
alter table directory.contact set schema casework;
