namespace Ashlar.Kernel;

/// <summary>The tables of the kernel itself. Their prefix keeps them apart from those of any module.</summary>
internal static class KernelTables
{
    public const string PostgresSchema =
        """
        create table ashlar_schema (
          hash text collate "C" primary key,
          system text collate "C" not null,
          catalog text collate "C" not null default '',
          installed_at timestamptz(3) not null
        );
        create table ashlar_parts (
          name text collate "C" primary key,
          hash text collate "C" not null
        );
        create table ashlar_migrations (
          number integer primary key,
          hash text collate "C" not null,
          step integer not null,
          progress text collate "C",
          started_at timestamptz(3) not null,
          finished_at timestamptz(3)
        );
        create table ashlar_files (
          id uuid primary key,
          media_type text collate "C" not null,
          size integer not null,
          content bytea not null,
          created_at timestamptz(3) not null
        );
        create table ashlar_answers (
          id bytea primary key,
          request bytea not null,
          status integer not null,
          etag text collate "C",
          location text collate "C",
          media_type text collate "C",
          body bytea not null,
          expires_at timestamptz(3) not null
        );
        create index ashlar_answers_expires_at_idx on ashlar_answers (expires_at);
        """;

    public const string SqliteSchema =
        """
        create table ashlar_schema (
          hash text primary key not null,
          system text not null,
          catalog text not null default '',
          installed_at integer not null
        ) strict;
        create table ashlar_parts (
          name text primary key not null,
          hash text not null
        ) strict;
        create table ashlar_migrations (
          number integer primary key,
          hash text not null,
          step integer not null,
          progress text,
          started_at integer not null,
          finished_at integer
        ) strict;
        create table ashlar_files (
          id text primary key not null,
          media_type text not null,
          size integer not null,
          content blob not null,
          created_at integer not null
        ) strict;
        create table ashlar_answers (
          id blob primary key not null,
          request blob not null,
          status integer not null,
          etag text,
          location text,
          media_type text,
          body blob not null,
          expires_at integer not null
        ) strict;
        create index ashlar_answers_expires_at_idx on ashlar_answers (expires_at);
        """;

    public static string PostgresIdentity(string accounts) =>
        $"""
        create table ashlar_sessions (
          token_hash bytea primary key,
          account_id uuid not null references {accounts} (id) on delete cascade,
          created_at timestamptz(3) not null,
          expires_at timestamptz(3) not null
        );
        create index ashlar_sessions_account_id_idx on ashlar_sessions (account_id);
        create table ashlar_role_members (
          account_id uuid not null references {accounts} (id) on delete cascade,
          role text collate "C" not null,
          granted_at timestamptz(3) not null,
          primary key (account_id, role)
        );
        create table ashlar_installation (token_hash bytea primary key);
        {CallerProof.PostgresFunction}
        """;

    public static string SqliteIdentity(string accounts) =>
        $"""
        create table ashlar_sessions (
          token_hash blob primary key not null,
          account_id text not null references {accounts} (id) on delete cascade,
          created_at integer not null,
          expires_at integer not null
        ) strict;
        create index ashlar_sessions_account_id_idx on ashlar_sessions (account_id);
        create table ashlar_role_members (
          account_id text not null references {accounts} (id) on delete cascade,
          role text not null,
          granted_at integer not null,
          primary key (account_id, role)
        ) strict;
        create table ashlar_installation (token_hash blob primary key not null) strict;
        """;
}
