-- A moment so many milliseconds later. Whole hours keep the multiplication exact, and no day follows the clocks of a zone.
create function instant_add(value timestamptz, milliseconds bigint) returns timestamptz
  language plpgsql immutable strict parallel safe as $$
declare
  result timestamptz := value + milliseconds / 3600000 * interval '1 hour' + milliseconds % 3600000 * interval '1 millisecond';
begin
  if result not between timestamptz '0001-01-01 00:00Z' and timestamptz '9999-12-31 23:59:59.999Z' then
    raise exception using errcode = 'datetime_field_overflow', message = 'the moment is beyond the years 1 to 9999';
  end if;
  return result;
end $$;
