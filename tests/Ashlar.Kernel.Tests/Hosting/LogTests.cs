using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel.Tests.Hosting;

public sealed partial class LogTests(PostgresServer server)
{
    [Fact]
    public async Task A_line_of_a_request_names_the_element_of_the_model()
    {
        using var lines = new Lines();
        await using var system = await StartAsync(lines);

        await system.SendAsync(HttpMethod.Get, "/api/notes/x");

        Assert.Contains(
            lines.Written,
            line => line.Text == "GET /api/notes/x 404 not-found: Note read" && line.Element == "Note read");
    }

    [Fact]
    public async Task A_path_does_not_break_the_line()
    {
        using var lines = new Lines();
        await using var system = await StartAsync(lines);

        await system.SendAsync(HttpMethod.Get, "/api/notes/x%0Ay");

        Assert.Contains(lines.Written, line => line.Text.StartsWith("GET /api/notes/x%0Ay 404 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_installed_schema_is_named_in_short()
    {
        using var lines = new Lines();
        await using var system = await StartAsync(lines);

        Assert.Single(lines.Written, line => SchemaInstalled().IsMatch(line.Text));
    }

    [Fact]
    public async Task No_line_holds_what_a_request_keeps_secret()
    {
        using var lines = new Lines();
        await using var system = await StartAsync(lines);

        var (token, _) = await system.SignedInAsync("ann@example.com");
        await system.SendAsync(HttpMethod.Post, "/api/sign-in", RunningSystem.Credentials("ann@example.com", "a wrong guess"));
        await system.SendAsync(HttpMethod.Get, "/api/notes/x", token: token);

        Assert.Contains(lines.Written, line => line.Text == "A sign-in failed.");
        foreach (var secret in (string[])[token, "tidal pool", "a wrong guess", "ann@example.com"])
        {
            Assert.DoesNotContain(lines.Written, line => line.Text.Contains(secret, StringComparison.Ordinal));
        }
    }

    private Task<RunningSystem> StartAsync(Lines lines) => RunningSystem.StartAsync(
        DatabaseKind.Sqlite,
        server,
        builder => builder.Logging.AddProvider(lines),
        "--Logging:LogLevel:Default=Information",
        "--Logging:Console:LogLevel:Default=None");

    [GeneratedRegex("^The schema [0-9a-f]{12} is installed\\.$")]
    private static partial Regex SchemaInstalled();

    private sealed record Line(string Text, string? Element);

    private sealed class Lines : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

        public ConcurrentQueue<Line> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Writer(this);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public void Dispose()
        {
        }

        private void Add(string text)
        {
            string? element = null;
            _scopes.ForEachScope(
                (scope, _) => element = scope is LogElement known ? (string?)known[0].Value : element, state: (object?)null);
            Written.Enqueue(new(text, element));
        }

        private sealed class Writer(Lines lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter) =>
                lines.Add(formatter(state, exception));
        }
    }
}
