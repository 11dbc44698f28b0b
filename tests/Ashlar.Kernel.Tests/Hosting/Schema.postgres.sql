create table accounts (
  id uuid primary key,
  email text collate "C" not null constraint accounts_email_key unique,
  password text collate "C" not null
);
create table notes (
  id uuid primary key,
  row_version bigint not null default 1,
  owner_id uuid not null constraint notes_owner_id_fkey references accounts (id) on delete cascade,
  title text collate "C" not null,
  picture_id uuid references ashlar_files (id),
  constraint notes_short_check check (char_length(title) < 20)
);
create table lamps (
  name text primary key not null,
  is_lit boolean not null,
  changes integer not null default 0
);
insert into lamps (name, is_lit) values ('left', true), ('right', true);
