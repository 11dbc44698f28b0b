using System.Reflection;

namespace Ashlar.EndToEnd.Tool;

/// <summary>Code in `custom/` is part of its module, in `dotnet build` as in `ashlar run`, and stays as it is.</summary>
public sealed class CustomCodeTests : IDisposable
{
    private const string Path = "custom/Bookshop.Catalog/Pricing/Bargain.cs";

    private const string Code = """
        namespace Bookshop.Catalog;

        internal static class Bargain
        {
            public static bool IsSound(Book book) => book.Price < 10 && book.BrokenRule() is null;
        }

        """;

    private readonly TemporaryFolder _folder = new TemporaryFolder().WithModelOf("bookshop").With(Path, Code);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_sees_what_is_internal_to_the_module_and_no_build_touches_it()
    {
        await Build();

        var build = await ProcessRun.Of(
            "dotnet", ["build", "src/Modules/Bookshop.Catalog", "-nologo", "-v", "quiet"], folder: _folder.Root);
        Assert.True(build.Code == 0, build.Out + build.Error);
        var built = _folder.PathOf("src/Modules/Bookshop.Catalog/bin/Debug/net10.0/Bookshop.Catalog.dll");
        var assembly = Assembly.Load(await File.ReadAllBytesAsync(built, TestContext.Current.CancellationToken));
        Assert.NotNull(assembly.GetType("Bookshop.Catalog.Bargain")?.GetMethod("IsSound"));

        await Build();
        Assert.Equal(Code, _folder.Read(Path));
        Assert.DoesNotContain("Bargain", _folder.Read("ashlar.lock"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_of_it_is_served_and_an_error_in_it_is_a_finding_in_that_file()
    {
        await using var run = await LiveRun.Start(_folder.Root);

        _folder.With(Path, Code.Replace("< 10", "< ten", StringComparison.Ordinal));
        var found = (await run.Next("refused")).GetProperty("diagnostics")[0];
        Assert.Equal("csharp-error", found.GetProperty("code").GetString());
        Assert.EndsWith(Path, found.GetProperty("file").GetString(), StringComparison.Ordinal);

        _folder.With(Path, Code.Replace("< 10", "< 11", StringComparison.Ordinal));
        Assert.True((await run.Next("serving")).GetProperty("isReload").GetBoolean());
        Assert.Equal(0, await run.Stop("TERM"));
    }

    private async Task Build()
    {
        var build = await ProcessRun.Ashlar("build", _folder.Root);
        Assert.True(build.Code == 0, build.Out + build.Error);
    }
}
