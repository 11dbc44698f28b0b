-- The date that clocks in a zone show.
create function instant_date(value timestamptz, zone text) returns date
  language sql immutable strict parallel safe
  return instant_local(value, zone)::date;
