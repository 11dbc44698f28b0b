using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Data;

public sealed class ConstraintTests(PostgresServer server)
{
    private const string PostgresTables =
        """
        create extension if not exists btree_gist;
        create table parents (id integer primary key);
        create table children (
          id integer primary key,
          parent_id integer not null constraint children_parent_id_fkey references parents (id) on delete restrict,
          name text not null,
          status text,
          starts_at bigint not null default 0,
          ends_at bigint not null default 0,
          constraint children_name_check check (char_length(name) <= 5),
          constraint children_name_key unique (name),
          constraint children_busy_excl exclude using gist (parent_id with =, int8range(starts_at, ends_at) with &&)
        );
        create unique index children_open_key on children (parent_id) where status = 'open';
        insert into parents values (1), (2);
        insert into children values (1, 1, 'one', 'open', 0, 10);
        """;

    private const string SqliteTables =
        """
        create table parents (id integer primary key) strict;
        create table children (
          id integer primary key,
          parent_id integer not null constraint children_parent_id_fkey references parents (id) on delete restrict,
          name text not null,
          status text,
          starts_at integer not null default 0,
          ends_at integer not null default 0,
          constraint children_name_check check (length(name) <= 5)
        ) strict;
        create unique index children_name_key on children (name);
        create unique index children_open_key on children (parent_id) where status = 'open';
        create trigger children_busy_excl before insert on children
        when exists (
          select 1 from children c
          where c.parent_id = new.parent_id and c.starts_at < new.ends_at and new.starts_at < c.ends_at)
        begin select raise(abort, 'children_busy_excl'); end;
        insert into parents values (1), (2);
        insert into children values (1, 1, 'one', 'open', 0, 10);
        """;

    public static TheoryData<DatabaseKind, string, ViolationKind, string> Violations()
    {
        var data = new TheoryData<DatabaseKind, string, ViolationKind, string>();
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            data.Add(
                kind,
                "insert into children (id, parent_id, name) values (2, 2, 'one')",
                ViolationKind.Unique,
                "children_name_key");
            data.Add(
                kind,
                "insert into children (id, parent_id, name, status) values (2, 1, 'two', 'open')",
                ViolationKind.Unique,
                "children_open_key");
            data.Add(kind, "update children set name = 'longer'", ViolationKind.Check, "children_name_check");
            data.Add(
                kind, "insert into children values (2, 1, 'two', null, 9, 12)", ViolationKind.Exclusive, "children_busy_excl");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Violations))]
    public async Task A_broken_constraint_is_known_by_its_name(
        DatabaseKind kind, string sql, ViolationKind violation, string name)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(PostgresTables, SqliteTables);
        await using var session = await database.WriteAsync();

        var e = await Assert.ThrowsAsync<ConstraintViolationException>(async () => await session.ExecuteAsync(new(sql)));

        Assert.Equal((violation, name), (e.Kind, e.Constraint));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "insert into children (id, parent_id, name) values (2, 9, 'two')", ViolationKind.Missing)]
    [InlineData(DatabaseKind.Postgres, "insert into children (id, parent_id, name) values (2, 9, 'two')", ViolationKind.Missing)]
    [InlineData(DatabaseKind.Sqlite, "delete from parents where id = 1", ViolationKind.InUse)]
    [InlineData(DatabaseKind.Postgres, "delete from parents where id = 1", ViolationKind.InUse)]
    [InlineData(DatabaseKind.Sqlite, "update children set name = null", ViolationKind.Null)]
    [InlineData(DatabaseKind.Postgres, "update children set name = null", ViolationKind.Null)]
    public async Task A_foreign_key_says_in_use_only_for_a_delete(DatabaseKind kind, string sql, ViolationKind violation)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(PostgresTables, SqliteTables);
        await using var session = await database.WriteAsync();

        var e = await Assert.ThrowsAsync<ConstraintViolationException>(async () => await session.ExecuteAsync(new(sql)));

        Assert.Equal(violation, e.Kind);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_statement_that_failed_can_run_again(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(PostgresTables, SqliteTables);
        var insert = new Statement("insert into children (id, parent_id, name) values ($1, $2, $3) returning id");
        await using var session = await database.WriteAsync();
        await Assert.ThrowsAsync<ConstraintViolationException>(
            async () => await session.ListAsync(insert, rows => rows.Int(0), 2, 2, "one"));

        Assert.Equal([3], await session.ListAsync(insert, rows => rows.Int(0), 3, 2, "three"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "select int_checked(2147483647 + $1)")]
    [InlineData(DatabaseKind.Postgres, "select 2147483647 + $1")]
    public async Task A_number_that_does_not_fit_is_an_overflow(DatabaseKind kind, string sql)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        await using var session = await database.ReadAsync();

        await Assert.ThrowsAsync<OverflowException>(async () => await session.ListAsync(new(sql), rows => rows.IsNull(0), 1));
    }
}
