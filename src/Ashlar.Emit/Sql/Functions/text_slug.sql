-- The words of a text as a part of an address: letters a to z and digits, with dashes between.
create function text_slug(value text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace(text_words(value), '[^a-z0-9]+', '-', 'g'), '-');
