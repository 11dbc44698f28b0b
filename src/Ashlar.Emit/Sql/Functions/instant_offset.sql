-- How far clocks in a zone are ahead of UTC, in whole minutes as programs have it. The time zone database vouches for what
-- was since 1970; before that a zone keeps the offset with which it entered that year.
create function instant_offset(value timestamptz, zone text) returns interval
  language sql immutable strict parallel safe
  return date_trunc('minute',
    greatest(value, timestamptz '1970-01-01 00:00Z') at time zone zone
    - greatest(value, timestamptz '1970-01-01 00:00Z') at time zone 'UTC');
