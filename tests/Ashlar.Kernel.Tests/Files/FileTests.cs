using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Hosting;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Files;

public sealed class FileTests(PostgresServer server)
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_file_comes_back_as_an_attachment(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var (ann, note) = await NoteAsync(system, "ann@example.com");
        var (bob, _) = await NoteAsync(system, "bob@example.com");

        Assert.Equal(204, (await PutAsync(system, note, ann, Png, "image/png")).Status);

        var answer = await system.SendAsync(HttpMethod.Get, note + "/picture", token: ann);
        Assert.Equal(
            (200, "image/png", "nosniff"),
            (answer.Status, answer.Header("Content-Type"), answer.Header("X-Content-Type-Options")));
        Assert.Equal("11", answer.Header("Content-Length"));
        Assert.StartsWith("attachment", answer.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', answer.Header("Content-Disposition") ?? "\n");
        Assert.Equal(404, (await system.SendAsync(HttpMethod.Get, note + "/picture", token: bob)).Status);
        Assert.Equal(404, (await PutAsync(system, note, bob, Png, "image/png")).Status);
    }

    [Theory]
    [InlineData("image/png", "<html><script>", 400)]
    [InlineData("text/plain", "%PDF-1.7", 400)]
    [InlineData("text/plain", "a\0b", 400)]
    [InlineData("text/plain", "", 400)]
    [InlineData("text/html", "<html>", 415)]
    [InlineData("text/plain", "plain enough", 204)]
    public async Task The_content_must_be_what_it_is_called(string type, string content, int status)
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        var (ann, note) = await NoteAsync(system, "ann@example.com");

        Assert.Equal(status, (await PutAsync(system, note, ann, System.Text.Encoding.Latin1.GetBytes(content), type)).Status);
    }

    [Theory]
    [InlineData(2_000_000, 204)]
    [InlineData(2_000_001, 413)]
    public async Task A_file_has_a_size_of_its_own(int size, int status)
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        var (ann, note) = await NoteAsync(system, "ann@example.com");
        var content = Enumerable.Repeat((byte)'x', size).ToArray();

        Assert.Equal(status, (await PutAsync(system, note, ann, content, "text/plain")).Status);
    }

    [Fact]
    public async Task A_body_without_a_length_is_cut_off_at_the_size()
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        var (ann, note) = await NoteAsync(system, "ann@example.com");
        using var request = RunningSystem.Request(HttpMethod.Put, note + "/picture", ann);
        request.Headers.TransferEncodingChunked = true;
        request.Content = new ByteArrayContent(Enumerable.Repeat((byte)'x', 2_500_000).ToArray());
        request.Content.Headers.ContentType = new("text/plain");

        var answer = await system.SendAsync(request);

        Assert.Equal((413, "body-too-large"), (answer.Status, answer.Code));
    }

    private static async Task<(string Token, string Path)> NoteAsync(RunningSystem system, string email)
    {
        var (token, _) = await system.SignedInAsync(email);
        var note = await system.SendAsync(HttpMethod.Post, "/api/notes", """{ "title": "a" }""", token);
        return (token, note.Header("Location") ?? "");
    }

    private static async Task<Answer> PutAsync(RunningSystem system, string note, string token, byte[] content, string type)
    {
        using var request = RunningSystem.Request(HttpMethod.Put, note + "/picture", token);
        request.Content = new ByteArrayContent(content);
        request.Content.Headers.ContentType = new(type);
        return await system.SendAsync(request);
    }
}
