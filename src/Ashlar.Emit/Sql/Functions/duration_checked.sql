-- A duration in milliseconds, when programs can hold it.
create function duration_checked(value numeric) returns bigint
  language plpgsql immutable strict parallel safe as $$
begin
  if abs(value) > 922337203685477 then
    raise exception using errcode = 'numeric_value_out_of_range', message = 'the duration is too long';
  end if;
  return value;
end $$;
