using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ashlar.Kernel.Tests.Hosting;

public sealed class MigrateTests(PostgresServer server)
{
    [Fact]
    public async Task The_runtime_role_changes_rows_and_nothing_else()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres, server);
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database ?? "";
        await server.ExecuteAsync("postgres", $"create role {name}_app login");
        var runtime = server.ConnectionString(name, name + "_app");
        await using var app = NotesSystem.Build(
            [
                "--ConnectionStrings:Database=" + runtime, "--ConnectionStrings:Owner=" + database.ConnectionString,
                "--Logging:LogLevel:Default=None",
            ]);

        Assert.Equal(0, await app.Services.GetRequiredService<SchemaCommand>().MigrateAsync());

        Assert.Null(await app.Services.GetRequiredService<SchemaCommand>().RefusalToServeAsync());
        var connected = app.Services.GetRequiredService<Database>();
        await using var session = await connected.WriteAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await session.ExecuteAsync(new("delete from notes")));
        string[] refused = ["drop table notes", "create table x (id integer)", "truncate notes", "delete from ashlar_schema"];
        foreach (var sql in refused)
        {
            var e = await Assert.ThrowsAsync<PostgresException>(async () => await session.ExecuteAsync(new(sql)));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, e.SqlState);
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_system_serves_only_on_its_own_tables(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        await using var app = NotesSystem.Build(
            [
                "--ConnectionStrings:Database=" + database.ConnectionString, "--environment=Production",
                "--Logging:LogLevel:Default=None",
            ]);
        var schema = app.Services.GetRequiredService<SchemaCommand>();

        Assert.Contains("migrate", await schema.RefusalToServeAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await schema.MigrateAsync());
        Assert.Null(await schema.RefusalToServeAsync());
        Assert.Equal(0, await schema.MigrateAsync());

        await using (var session = await database.WriteAsync())
        {
            await session.ExecuteAsync(new("update ashlar_schema set hash = 'other'"));
        }

        Assert.Contains("another version", await schema.RefusalToServeAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await schema.MigrateAsync());
    }

    [Fact]
    public async Task The_settings_lie_beside_the_program_unless_it_is_told_otherwise()
    {
        var elsewhere = Path.GetTempPath();
        await using var beside = NotesSystem.Build(["--environment=Development"]);
        await using var told = NotesSystem.Build(["--environment=Development", "--contentRoot=" + elsewhere]);

        Assert.Equal(AppContext.BaseDirectory, beside.Environment.ContentRootPath);
        Assert.Equal(elsewhere, told.Environment.ContentRootPath);
    }

    [Theory]
    [InlineData("--Kernel:Deadline=soon")]
    [InlineData("--Kernel:RequestBurst=x")]
    public void A_setting_that_is_not_valid_stops_the_start(string setting)
    {
        var e = Assert.Throws<SettingsException>(() => NotesSystem.Build([setting]));

        Assert.Contains(setting.Split('=')[0][2..], e.Message, StringComparison.Ordinal);
    }
}
