-- What clocks in a zone show. The offset counts in whole minutes, as in programs; local mean times before about 1920 had seconds.
create function instant_local(value timestamptz, zone text) returns timestamp
  language sql immutable strict parallel safe
  return value at time zone 'UTC' + date_trunc('minute', value at time zone zone - value at time zone 'UTC');
