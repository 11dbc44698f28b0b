using Ashlar.Emit;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Expressions;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Files;

/// <summary>No file is left without a row that refers to it, however the row comes to lose it.</summary>
public sealed class FileCleanupTests(PostgresServer server)
{
    private const string Model = """
        system Pictures { title "Pictures" }
        role Keeper granted by Keeper
        module Shelf

        entity Album {
          title: text max 80
          cover: file? max 1MB types "image/png"

          access { read, create, update, delete to Keeper }
        }

        entity Picture {
          album: Album on delete cascade
          front: file? max 1MB types "image/png"
          back:  file? max 1MB types "image/png"

          access { read, create, update, delete to Keeper }
        }
        """;

    private static readonly Statement AddFile = new(
        "insert into ashlar_files (id, media_type, size, content, created_at) values ($1, $2, $3, $4, $5)");

    private static readonly Statement AddAlbum = new("insert into shelf_albums (id, title, cover_id) values ($1, 'a', $2)");

    private static readonly Statement AddPicture = new(
        "insert into shelf_pictures (id, album_id, front_id, back_id) values ($1, $2, $3, $4)");

    private static readonly Statement SetCover = new("update shelf_albums set cover_id = $2 where id = $1");

    private static readonly Statement SetTitle = new("update shelf_albums set title = 'b' where id = $1");

    private static readonly Statement DeleteAlbum = new("delete from shelf_albums where id = $1");

    private static readonly Statement DeleteFile = new("delete from ashlar_files where id = $1");

    private static readonly Statement Files = new("select id from ashlar_files");

    private static readonly IReadOnlyList<EmittedFile> Emitted = SystemEmitter.Emit(Lab.Compile(Model)).Files;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_file_goes_when_its_row_gets_another_or_none(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        await using var session = await database.WriteAsync();
        var (first, second, album) = (await FileAsync(session), await FileAsync(session), Guid.NewGuid());
        await session.ExecuteAsync(AddAlbum, album, first);

        await session.ExecuteAsync(SetTitle, album);
        Assert.Equal(2, (await LeftAsync(session)).Count);
        await session.ExecuteAsync(SetCover, album, second);
        Assert.Equal([second], await LeftAsync(session));
        await session.ExecuteAsync(SetCover, album, (Guid?)null);
        Assert.Empty(await LeftAsync(session));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Files_go_with_their_row_and_with_the_rows_that_it_takes_along(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        await using var session = await database.WriteAsync();
        var (album, other) = (Guid.NewGuid(), Guid.NewGuid());
        await session.ExecuteAsync(AddAlbum, album, await FileAsync(session));
        await session.ExecuteAsync(AddPicture, Guid.NewGuid(), album, await FileAsync(session), await FileAsync(session));
        await session.ExecuteAsync(AddPicture, Guid.NewGuid(), album, (Guid?)null, await FileAsync(session));
        var kept = await FileAsync(session);
        await session.ExecuteAsync(AddAlbum, other, kept);

        Assert.Equal(1, await session.ExecuteAsync(DeleteAlbum, album));

        Assert.Equal([kept], await LeftAsync(session));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_file_does_not_go_before_its_row(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        await using var session = await database.WriteAsync();
        var file = await FileAsync(session);
        await session.ExecuteAsync(AddAlbum, Guid.NewGuid(), file);

        await Assert.ThrowsAsync<ConstraintViolationException>(async () => await session.ExecuteAsync(DeleteFile, file));
    }

    private async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(
            KernelTables.PostgresSchema + Schema("Schema/postgres.sql"), KernelTables.SqliteSchema + Schema("Schema/sqlite.sql"));
        return database;
    }

    private static string Schema(string path) =>
        "\n" + Emitted.Single(file => file.Path.EndsWith(path, StringComparison.Ordinal)).Text;

    private static async Task<Guid> FileAsync(Session session)
    {
        var id = Guid.NewGuid();
        await session.ExecuteAsync(AddFile, id, "image/png", 3, Value.Bytes([1, 2, 3]), DateTimeOffset.UnixEpoch);
        return id;
    }

    private static async Task<List<Guid>> LeftAsync(Session session) => await session.ListAsync(Files, rows => rows.Uuid(0));
}
