-- Months later; a day that the month does not have becomes its last one.
create function date_add_months(value date, months integer) returns date
  language plpgsql immutable strict parallel safe as $$
declare
  result date := value + make_interval(months => months);
begin
  if result not between date '0001-01-01' and date '9999-12-31' then
    raise exception using errcode = 'datetime_field_overflow', message = 'the date is beyond the years 1 to 9999';
  end if;
  return result;
end $$;
