using System.Net;
using System.Net.Sockets;
using Ashlar.Tool.Serving;

namespace Ashlar.Tests.Serving;

/// <summary>A compiled system answers from the tool's own process, and makes room for the next one.</summary>
public sealed class ServedSystemTests : IDisposable
{
    private readonly TinySystem _system = new();
    private readonly TemporaryFolder _kept = new();
    private readonly SystemCompiler _compiler;
    private readonly HttpClient _http = new();

    public ServedSystemTests() => _compiler = new(new CompileCache(_kept.Root));

    public void Dispose()
    {
        _system.Dispose();
        _kept.Dispose();
        _http.Dispose();
    }

    [Fact]
    public async Task A_system_answers_and_the_next_edition_takes_its_place()
    {
        var url = FreeAddress();
        await using (await Start(url))
        {
            Assert.Equal("hello slot tables Development", await Get(url));
        }

        await Assert.ThrowsAsync<HttpRequestException>(() => Get(url));
        _system.Greet("goodbye");
        await using (await Start(url))
        {
            Assert.Equal("goodbye slot tables Development", await Get(url));
        }
    }

    [Fact]
    public async Task A_taken_address_is_a_finding()
    {
        var url = FreeAddress();
        await using (await Start(url))
        {
            var second = await SystemStarter.Start(_compiler.Compile(_system.Root), Settings(url, "Data Source=x"), "x");
            Assert.Equal("port-in-use", Assert.IsType<StartResult.Down>(second).Problem.Code);
        }
    }

    [Fact]
    public async Task A_database_of_another_model_is_a_finding()
    {
        var compiled = _compiler.Compile(_system.Root);
        var result = await SystemStarter.Start(compiled, Settings(FreeAddress(), "Data Source=other"), "other");
        Assert.Equal("other-database", Assert.IsType<StartResult.Down>(result).Problem.Code);
    }

    [Fact]
    public async Task A_database_that_refuses_a_sample_names_the_constraint()
    {
        var compiled = _compiler.Compile(_system.Root);
        var result = await SystemStarter.Start(compiled, Settings(FreeAddress(), "Data Source=refusing"), "refusing");
        Assert.Equal("visit_vet_busy_excl", Assert.IsType<StartResult.RefusedSample>(result).Constraint);
    }

    [Fact]
    public void Without_a_choice_a_free_address_of_this_machine_is_taken()
    {
        var first = Addresses.Choose();
        using var taken = new TcpListener(IPAddress.Loopback, new Uri(first).Port);
        taken.Start();
        Assert.StartsWith("http://127.0.0.1:", Addresses.Choose(), StringComparison.Ordinal);
        Assert.NotEqual(first, Addresses.Choose());
    }

    private async Task<ServedSystem> Start(string url)
    {
        var result = await SystemStarter.Start(_compiler.Compile(_system.Root), Settings(url, "Data Source=x"), "x");
        return Assert.IsType<StartResult.Up>(result).System;
    }

    private HostSettings Settings(string url, string database) => new(url, database, _system.ContentRoot) { IsQuiet = true };

    private Task<string> Get(string url) => _http.GetStringAsync(new Uri(url), TestContext.Current.CancellationToken);

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
