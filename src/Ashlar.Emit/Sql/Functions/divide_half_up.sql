-- Divides and rounds once, from the exact remainder; a half goes away from zero. By zero there is no value.
create function divide_half_up(dividend numeric, divisor numeric, places integer) returns numeric
  language sql immutable strict parallel safe
  return (
    select round((quotient + case
        when abs(rest) * 2 >= abs(divisor) then sign(dividend) * sign(divisor)
        else 0
      end) * 10::numeric ^ -places, places)
    from (select div(dividend * 10::numeric ^ places, nullif(divisor, 0)) as quotient) as whole
    cross join lateral (select dividend * 10::numeric ^ places - quotient * divisor as rest) as part
  );
