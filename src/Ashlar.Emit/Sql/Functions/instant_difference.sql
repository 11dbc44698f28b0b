-- The milliseconds between two moments.
create function instant_difference(later timestamptz, earlier timestamptz) returns bigint
  language sql immutable strict parallel safe
  return (extract(epoch from later - earlier) * 1000)::bigint;
