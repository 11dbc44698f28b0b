-- The words of a text, each once, for the operator @@.
create function search_words(value text) returns tsvector
  language sql immutable strict parallel safe
  return array_to_tsvector(string_to_array(text_words(value), ' '));
