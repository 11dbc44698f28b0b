using Ashlar.Core;
using Ashlar.Core.Text;
using Ashlar.Emit;
using Ashlar.Emit.Sql;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;
using Npgsql;

namespace Ashlar.Kernel.Tests.Schemas;

/// <summary>What a model says that nobody ever does, the role that serves requests has no right to.</summary>
public sealed class RuntimeRightsTests(PostgresServer server)
{
    private const string Model = """
        system Archive { title "An archive" }
        module A

        type Label = text max 20
        entity Person { name: text max 40   access { read, create, delete to anyone } }
        entity Box    { name: text max 40   access { read, create, update, delete to anyone } }
        entity Entry {
          box:    Box      on delete cascade
          writer: Person?  on delete clear
          labels: Label[]  max 5
          access { read, create to anyone   never update, delete }
        }
        entity Journal {
          lines: Line[] owned max 5
          check Short "A journal adds up to at most 9." { sum(l in lines: l.amount) <= 9 }
          access { read, create to anyone   never update, delete }
        }
        entity Line { amount: int min 0 max 9   access as journal }
        entity Draft {
          parts: Part[] owned max 5
          access { read, create, update to anyone   never delete }
        }
        entity Part { amount: int min 0 max 9   access as draft }
        """;

    private const string Rows = """
        insert into a_people (id, name) values ('00000000-0000-7000-8000-000000000001', 'Ann');
        insert into a_boxes (id, name) values ('00000000-0000-7000-8000-000000000002', 'First');
        insert into a_entries (id, box_id, writer_id) values ('00000000-0000-7000-8000-000000000003',
          '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001');
        insert into a_entries_labels (owner_id, position, value) values ('00000000-0000-7000-8000-000000000003', 0, 'x');
        insert into a_journals (id) values ('00000000-0000-7000-8000-000000000004');
        insert into a_lines (id, position, journal_id, amount) values ('00000000-0000-7000-8000-000000000005', 0,
          '00000000-0000-7000-8000-000000000004', 9);
        insert into a_drafts (id) values ('00000000-0000-7000-8000-000000000006');
        insert into a_parts (id, position, draft_id, amount) values ('00000000-0000-7000-8000-000000000007', 0,
          '00000000-0000-7000-8000-000000000006', 1);
        """;

    [Fact]
    public async Task The_runtime_role_cannot_change_or_delete_what_is_kept_and_can_do_all_else()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres, server);
        await using var runtime = await RuntimeAsync(database);
        await RunAsync(runtime, Rows);

        string[] refused =
        [
            "update a_entries set writer_id = null", "delete from a_entries", "update a_entries_labels set value = 'y'",
            "delete from a_entries_labels", "delete from a_journals", "delete from a_lines", "update a_lines set amount = 1",
            "delete from a_drafts",
        ];
        foreach (var statement in refused)
        {
            var e = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(runtime, statement));
            Assert.Equal((statement, PostgresErrorCodes.InsufficientPrivilege), (statement, e.SqlState));
        }

        await RunAsync(runtime, "update a_drafts set row_version = 2");
        await RunAsync(runtime, "delete from a_parts");
        await RunAsync(runtime, "delete from a_people");
        Assert.Equal(1L, await RunAsync(runtime, "select count(*) from a_entries where writer_id is null"));
        await RunAsync(runtime, "delete from a_boxes");
        Assert.Equal(0L, await RunAsync(runtime, "select count(*) from a_entries"));
    }

    private async Task<NpgsqlDataSource> RuntimeAsync(TestDatabase database)
    {
        var model = Compilation.Create([new SourceFile("model/archive.ashlar", Model)]).Model;
        var emission = new Emission(model);
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database ?? "";
        var system = new SystemDescription("Archive", typeof(RuntimeRightsTests).Assembly)
        {
            NeverUpdated = KeptTables.NeverUpdated(emission),
            NeverDeleted = KeptTables.NeverDeleted(emission),
        };
        await server.ExecuteAsync("postgres", $"create role {name}_app login");
        await database.RunAsync(
            string.Concat(
                KernelTables.PostgresSchema,
                SchemaWriter.Write(model, Dialect.PostgreSql),
                RuntimeRights.For(name + "_app", system)),
            sqlite: "");
        return NpgsqlDataSource.Create(server.ConnectionString(name, name + "_app"));
    }

    private static async Task<object?> RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
