using System.Net;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Hosting;
using Ashlar.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

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

        var put = await PutAsync(system, note, ann, Png, "image/png");
        Assert.Equal((204, "\"2\""), (put.Status, put.Header("ETag")));

        var answer = await system.SendAsync(HttpMethod.Get, note + "/picture", token: ann);
        Assert.Equal(
            (200, "image/png", "nosniff"),
            (answer.Status, answer.Header("Content-Type"), answer.Header("X-Content-Type-Options")));
        Assert.Equal(("11", "\"2\""), (answer.Header("Content-Length"), answer.Header("ETag")));
        Assert.StartsWith("attachment", answer.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', answer.Header("Content-Disposition") ?? "\n");
        Assert.EndsWith(".png", answer.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Equal(404, (await system.SendAsync(HttpMethod.Get, note + "/picture", token: bob)).Status);
        Assert.Equal(404, (await PutAsync(system, note, bob, Png, "image/png")).Status);
    }

    [Theory]
    [InlineData(null, 428)]
    [InlineData("*", 428)]
    [InlineData("\"2\"", 412)]
    [InlineData("\"1\"", 204)]
    public async Task An_upload_names_the_version_that_it_changes(string? tag, int status)
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        var (ann, note) = await NoteAsync(system, "ann@example.com");

        Assert.Equal(status, (await PutAsync(system, note, ann, Png, "image/png", tag)).Status);
    }

    [Theory]
    [InlineData("ann@example.com", "\"2\"", "stale")]
    [InlineData("bob@example.com", "\"1\"", "not-found")]
    public async Task Bytes_that_nobody_wants_are_not_asked_for(string email, string tag, string code)
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        var (_, note) = await NoteAsync(system, "ann@example.com");
        var (caller, _) = await system.SignedInAsync(email);
        using var request = Put(note, caller, new UnreadContent(), "text/plain", tag);
        request.Headers.ExpectContinue = true;

        Assert.Equal(code, (await system.SendAsync(request)).Code);
    }

    [Theory]
    [InlineData("image/png", "<html><script>", 400)]
    [InlineData("text/plain", "%PDF-1.7", 400)]
    [InlineData("text/plain", "a\0b", 400)]
    [InlineData("text/plain", "MZ\0\u0001", 400)]
    [InlineData("text/plain", "", 400)]
    [InlineData("text/html", "<html>", 415)]
    [InlineData("text/plain", "plain enough", 204)]
    [InlineData("text/plain", "BMW and MZ are motor cycles", 204)]
    [InlineData("TEXT/plain; charset=utf-8", "plain enough", 204)]
    public async Task The_content_must_be_what_it_is_called(string type, string content, int status)
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        var (ann, note) = await NoteAsync(system, "ann@example.com");

        Assert.Equal(status, (await PutAsync(system, note, ann, System.Text.Encoding.Latin1.GetBytes(content), type)).Status);
    }

    [Theory]
    [InlineData(2_000_000, 204)]
    [InlineData(2_000_001, 413)]
    [InlineData(6_000_000, 413)]
    public async Task A_file_has_a_size_of_its_own(int size, int status)
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        var (ann, note) = await NoteAsync(system, "ann@example.com");
        var content = Enumerable.Repeat((byte)'x', size).ToArray();

        Assert.Equal(status, (await PutAsync(system, note, ann, content, "text/plain")).Status);
    }

    [Theory]
    [InlineData(2_000_000, 204)]
    [InlineData(2_000_001, 413)]
    public async Task A_body_without_a_length_is_cut_off_at_the_size(int size, int status)
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        var (ann, note) = await NoteAsync(system, "ann@example.com");
        using var content = new ByteArrayContent(Enumerable.Repeat((byte)'x', size).ToArray());
        using var request = Put(note, ann, content, "text/plain", "\"1\"");
        request.Headers.TransferEncodingChunked = true;

        var answer = await system.SendAsync(request);

        Assert.Equal((status, status == 413 ? "body-too-large" : null), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_file_that_finds_no_memory_waits_for_another_time()
    {
        await using var system = await RunningSystem.StartAsync(
            DatabaseKind.Sqlite, server, configure: null, "--Kernel:FileMemoryBytes=1000");
        var (ann, note) = await NoteAsync(system, "ann@example.com");
        Assert.Equal(204, (await PutAsync(system, note, ann, Png, "image/png")).Status);
        var other = new DefaultHttpContext();
        var response = new EndingResponse();
        other.Features.Set<IHttpResponseFeature>(response);

        Assert.True(system.App.Services.GetRequiredService<FileMemory>().TryHold(other, 5000));
        var download = await system.SendAsync(HttpMethod.Get, note + "/picture", token: ann);
        var upload = await PutAsync(system, note, ann, Png, "image/png", "\"2\"");
        Assert.Equal((503, "unavailable"), (download.Status, download.Code));
        Assert.Equal((503, "unavailable"), (upload.Status, upload.Code));

        await response.EndAsync();
        Assert.Equal(200, (await system.SendAsync(HttpMethod.Get, note + "/picture", token: ann)).Status);
        Assert.Equal(204, (await PutAsync(system, note, ann, Png, "image/png", "\"2\"")).Status);
    }

    private static async Task<(string Token, string Path)> NoteAsync(RunningSystem system, string email)
    {
        var (token, _) = await system.SignedInAsync(email);
        var note = await system.SendAsync(HttpMethod.Post, "/api/notes", """{ "title": "a" }""", token);
        return (token, note.Header("Location") ?? "");
    }

    private static async Task<Answer> PutAsync(
        RunningSystem system, string note, string token, byte[] content, string type, string? tag = "\"1\"")
    {
        using var body = new ByteArrayContent(content);
        using var request = Put(note, token, body, type, tag);
        return await system.SendAsync(request);
    }

    private static HttpRequestMessage Put(string note, string token, HttpContent content, string type, string? tag)
    {
        var request = RunningSystem.Request(HttpMethod.Put, note + "/picture", token);
        request.Content = content;
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return request;
    }

    /// <summary>A body that must not be asked for.</summary>
    private sealed class UnreadContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            throw new InvalidOperationException("the body was asked for");

        protected override bool TryComputeLength(out long length)
        {
            length = 1_500_000;
            return true;
        }
    }

    /// <summary>Another request, which ends when it is told to.</summary>
    private sealed class EndingResponse : HttpResponseFeature
    {
        private readonly List<Func<Task>> _atEnd = [];

        public override void OnCompleted(Func<object, Task> callback, object state) => _atEnd.Add(() => callback(state));

        public Task EndAsync() => Task.WhenAll(_atEnd.Select(run => run()));
    }
}
