-- Rounds to so many places; a half goes to the even neighbour.
create function round_half_even(value numeric, places integer) returns numeric
  language sql immutable strict parallel safe
  return case
    when abs(value - trunc(value, places)) * 2 * 10::numeric ^ places = 1
      and mod(trunc(value, places) * 10::numeric ^ places, 2) = 0
    then trunc(value, places)
    else round(value, places)
  end;
