-- Text that people search is compared without letter case and without Vietnamese marks.
create extension if not exists pg_trgm;

create schema platform;
grant usage on schema platform to sauro_app;

-- Lower case, no diacritics, đ as d, every run of other signs as one blank: "Hoà  Đồng," and "hòa đồng" are one.
create function platform.fold(value text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace(
    replace(regexp_replace(normalize(lower(value), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'),
    '[^[:alnum:]%]+', ' ', 'g'));

comment on function platform.fold(text) is 'The one folding used by every search column and every search term.';
