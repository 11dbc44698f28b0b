-- The time of day that clocks in a zone show.
create function instant_time(value timestamptz, zone text) returns time(3)
  language sql immutable strict parallel safe
  return instant_local(value, zone)::time(3);
