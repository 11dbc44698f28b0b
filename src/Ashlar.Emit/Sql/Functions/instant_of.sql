-- The first moment when clocks in a zone show a date and time; where they skip it, the first moment after the gap.
create function instant_of(day date, clock time, zone text) returns timestamptz
  language plpgsql immutable strict parallel safe as $$
declare
  wanted timestamptz := (day + clock) at time zone 'UTC';
  early timestamptz := wanted - interval '26 hours';
  late timestamptz := wanted + interval '26 hours';
  middle timestamptz;
  result timestamptz;
begin
  -- The offsets around the moment are those before and after a change of clocks, if there is one between.
  select min(candidate) into result
  from (values (wanted - instant_offset(early, zone)), (wanted - instant_offset(late, zone))) as guess (candidate)
  where candidate + instant_offset(candidate, zone) = wanted;
  if result is null then
    while late - early > interval '1 millisecond' loop
      middle := date_trunc('milliseconds', early + (late - early) / 2);
      if middle + instant_offset(middle, zone) >= wanted then late := middle; else early := middle; end if;
    end loop;
    result := late;
  end if;
  if result not between timestamptz '0001-01-01 00:00Z' and timestamptz '9999-12-31 23:59:59.999Z' then
    raise exception using errcode = 'datetime_field_overflow', message = 'the moment is beyond the years 1 to 9999';
  end if;
  return result;
end $$;
