create table accounts (
  id text primary key not null,
  email text not null,
  password text not null
) strict;
create unique index accounts_email_key on accounts (email);
create table notes (
  id text primary key not null,
  row_version integer not null default 1,
  owner_id text not null constraint notes_owner_id_fkey references accounts (id) on delete cascade,
  title text not null,
  picture_id text references ashlar_files (id),
  constraint notes_short_check check (length(title) < 20)
) strict;
create table lamps (
  name text primary key not null,
  is_lit integer not null,
  changes integer not null default 0
) strict;
insert into lamps (name, is_lit) values ('left', 1), ('right', 1);
