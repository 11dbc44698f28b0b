-- The date that clocks in a zone show.
create function instant_date(value timestamptz, zone text) returns date
  language plpgsql immutable strict parallel safe as $$
declare
  result date := instant_local(value, zone);
begin
  if result not between date '0001-01-01' and date '9999-12-31' then
    raise exception using errcode = 'datetime_field_overflow', message = 'the date is beyond the years 1 to 9999';
  end if;
  return result;
end $$;
