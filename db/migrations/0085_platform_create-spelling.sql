-- Exact marks come first in a search: a second stored text in which only the place of the tone is evened out.
-- The tone of a syllable stands before it: "hoà" and "hòa" are one, and what begins a word begins its spelling.
create function platform.spell(value text) returns text
  language sql immutable strict parallel safe
  return ' ' || btrim(regexp_replace(
    regexp_replace(normalize(lower(value), NFD),
      '([[:alpha:]\u0302\u0306\u031b]*)([\u0300\u0301\u0303\u0309\u0323])', '\2\1', 'g'),
    '[^[:alnum:]%\u0300-\u036f]+', ' ', 'g')) || ' ';

comment on function platform.spell(text) is 'The one spelling by which exact marks are compared: lower case, tone before its syllable, blanks around.';
