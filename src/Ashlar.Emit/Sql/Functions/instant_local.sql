-- What clocks in a zone show.
create function instant_local(value timestamptz, zone text) returns timestamp
  language plpgsql immutable strict parallel safe as $$
declare
  result timestamp := value at time zone 'UTC' + instant_offset(value, zone);
begin
  if result < timestamp '0001-01-01' or result >= timestamp '10000-01-01' then
    raise exception using errcode = 'datetime_field_overflow', message = 'the moment is beyond the years 1 to 9999';
  end if;
  return result;
end $$;
