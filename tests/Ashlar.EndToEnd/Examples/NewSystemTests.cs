using Ashlar.EndToEnd.Tool;
using Ashlar.Testing;

namespace Ashlar.EndToEnd.Examples;

/// <summary>What `ashlar new` starts with, and the same system with the choices that no example makes.</summary>
public sealed class NewSystemTests(PostgresServer postgres) : IDisposable
{
    private const string Issuer =
        "sign in with issuer Identity { authority \"https://id.example.org\" audience \"crew\" match email }";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_system_stands_alone_and_holds_its_rules() => await Holds(model => model);

    [Fact]
    public async Task One_whose_people_sign_in_elsewhere_does_too() => await Holds(model => model
        .Replace("  password: password min 12 max 128\n", "", StringComparison.Ordinal)
        .Replace("  password: \"correct horse battery\",\n", "", StringComparison.Ordinal)
        .Replace(" password: \"correct horse battery\",", "", StringComparison.Ordinal)
        .Replace("sign in with password", Issuer, StringComparison.Ordinal));

    private async Task Holds(Func<string, string> change)
    {
        var made = await ProcessRun.Ashlar("new", _folder.PathOf("crew"));
        Assert.True(made.Code == 0, made.Error);
        _folder.With("crew/model/crew.ashlar", change(_folder.Read("crew/model/crew.ashlar")));
        var built = await ProcessRun.Ashlar("build", _folder.PathOf("crew"));
        Assert.True(built.Code == 0, built.Out + built.Error);
        await StandaloneSystem.Holds(_folder.PathOf("crew"), "Crew", await postgres.CreateDatabaseAsync(), atLeast: 200);
    }
}
