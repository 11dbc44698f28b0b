-- The English name of a day of the week.
create function date_weekday(value date) returns text
  language sql immutable strict parallel safe
  return (array['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])[extract(isodow from value)::integer];
