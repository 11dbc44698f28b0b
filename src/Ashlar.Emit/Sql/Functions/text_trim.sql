-- Without white space at both ends: the code points that Unicode calls White_Space.
create function text_trim(value text) returns text
  language sql immutable strict parallel safe
  return btrim(value, U&' \0009\000A\000B\000C\000D\0085\00A0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200A\2028\2029\202F\205F\3000');
