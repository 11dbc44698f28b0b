-- A query that asks for every word of a text as the start of a word; without words it is null.
create function search_query(value text) returns tsquery
  language sql immutable strict parallel safe
  return (
    select string_agg('''' || word || ''':*', ' & ')::tsquery
    from unnest(string_to_array(text_words(value), ' ')) as word
  );
