-- The words of a text for search: without case, accents and signs, one space between two of them, none longer than 100.
create function text_words(value text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace(
    regexp_replace(
      replace(replace(replace(replace(
        translate(
          text_lower(regexp_replace(normalize(value, NFKD), U&'[\0300-\036F]', '', 'g')),
          U&'\00F8\0142\0111\00F0\0131\03C2\0127', U&'oldd\0069\03C3h'),
        U&'\00DF', 'ss'), U&'\00E6', 'ae'), U&'\0153', 'oe'), U&'\00FE', 'th'),
      U&'[\0001-/:-@\005B-`{-\00A9\00AB-\00B1\00B4\00B6-\00B8\00BB\00BF\00D7\00F7\1680\2000-\206F\20A0-\20CF\2190-\2BFF\2E00-\2E7F\3000-\3004\3008-\3020\3030\303D\30FB\FE30-\FE6F\FF01-\FF0F\FF1A-\FF20\FF3B-\FF40\FF5B-\FF65\+01F000-\+01FAFF]+', ' ', 'g'),
    '([^ ]{100})[^ ]+', '\1', 'g'));
