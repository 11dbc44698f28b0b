-- A date as text, whatever the session's date style.
create function date_text(value date) returns text
  language sql immutable strict parallel safe
  return to_char(value, 'YYYY-MM-DD');
