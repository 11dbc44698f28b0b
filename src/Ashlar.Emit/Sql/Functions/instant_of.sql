-- The first moment when clocks in a zone show a date and time; where they skip it, the first moment after the gap.
create function instant_of(day date, clock time, zone text) returns timestamptz
  language plpgsql immutable strict parallel safe as $$
declare
  wanted timestamp := day + clock;
  result timestamptz;
  before timestamptz := wanted at time zone 'UTC' - interval '26 hours';
  after timestamptz;
  middle timestamptz;
begin
  -- A day earlier and a day later the offsets are those before and after a change of clocks, if there is one between.
  select min(candidate) into result
  from (values (before), (before + interval '52 hours')) as around (moment)
  cross join lateral (select wanted at time zone 'UTC' - (instant_local(moment, zone) - moment at time zone 'UTC') as candidate) as guess
  where instant_local(candidate, zone) = wanted;
  if result is null then
    after := before + interval '52 hours';
    while after - before > interval '1 millisecond' loop
      middle := date_trunc('milliseconds', before + (after - before) / 2);
      if instant_local(middle, zone) >= wanted then after := middle; else before := middle; end if;
    end loop;
    result := after;
  end if;
  if result not between timestamptz '0001-01-01 00:00Z' and timestamptz '9999-12-31 23:59:59.999Z' then
    raise exception using errcode = 'datetime_field_overflow', message = 'the moment is beyond the years 1 to 9999';
  end if;
  return result;
end $$;
