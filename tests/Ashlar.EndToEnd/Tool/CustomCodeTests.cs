namespace Ashlar.EndToEnd.Tool;

/// <summary>Code in `custom/` is the code of slots, in `dotnet build` as in `ashlar run`, and stays as it is.</summary>
public sealed class CustomCodeTests : IDisposable
{
    private const string Path = "custom/Till.Sales/Rebate.cs";

    private const string Model = """
        system Till { title "A till" }

        module Sales

        entity Sale {
          amount: decimal(8, 2) min 0
          rebate: decimal(8, 2) readonly = 0
          access {
            read to anyone
            create { amount } to anyone
          }
        }

        slot Rebate {
          input  { amount: decimal(8, 2) min 0 }
          output decimal(8, 2) min 0
          fails  TooSmall "There is no rebate on so little."
          effect none
        }

        action GiveRebate {
          input  { sale: Sale }
          access to anyone
          do {
            run Rebate { amount: sale.amount } as rebate
            set sale.rebate = rebate
          }
        }

        api Web {
          path "/api"
          expose Sale { list { sort amount }   read   create   run GiveRebate }
        }

        scenario "A tenth" {
          given large: Sale { amount: 20.00 }, small: Sale { amount: 1.00 }
          as nobody {
            run GiveRebate { sale: large }
            run GiveRebate { sale: small } fails TooSmall
          }
          then large.rebate == 2.00
        }
        """;

    private const string Code = """
        namespace Till.Sales.Slots;

        public sealed class Rebate : IRebate
        {
            public RebateResult Run(decimal amount, CancellationToken cancellation) =>
                amount < 10 ? new RebateResult.TooSmall() : new RebateResult.Ok(decimal.Round(amount / 10, 2));
        }

        """;

    private readonly TemporaryFolder _folder = new TemporaryFolder().With("model/till.ashlar", Model);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_build_writes_a_start_that_fails_and_never_again()
    {
        await Build();
        Assert.Contains("throw new NotImplementedException(", _folder.Read(Path), StringComparison.Ordinal);
        var unwritten = await ProcessRun.Ashlar("test", _folder.Root);
        Assert.Equal(1, unwritten.Code);

        _folder.With(Path, Code);
        await Build();
        Assert.Equal(Code, _folder.Read(Path));
        Assert.DoesNotContain("Till.Sales/Rebate.cs", _folder.Read("ashlar.lock"), StringComparison.Ordinal);
        var played = await ProcessRun.Ashlar("test", _folder.Root);
        Assert.True(played.Code == 0, played.Out + played.Error);
    }

    [Fact]
    public async Task The_build_of_the_solution_refuses_what_the_guard_refuses_and_names_the_line_of_a_missing_slot()
    {
        _folder.With(Path, Code);
        await Build();
        var fine = await DotnetBuild();
        Assert.True(fine.Code == 0, fine.Out + fine.Error);

        _folder.With(Path, """
            namespace Till.Sales.Slots;

            internal static class Other { public static string Read() => File.ReadAllText("x"); }

            """);
        var refused = await DotnetBuild();
        Assert.NotEqual(0, refused.Code);
        Assert.Contains("Rebate.cs(3,62): error SlotApi: `System.IO.File`", refused.Out, StringComparison.Ordinal);
        Assert.Contains("till.ashlar(14,6): error SlotMissing: the slot `Sales.Rebate`", refused.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_of_it_is_served_and_an_error_in_it_is_a_finding_in_that_file()
    {
        _folder.With(Path, Code);
        await using var run = await LiveRun.Start(_folder.Root);

        _folder.With(Path, Code.Replace("< 10", "< ten", StringComparison.Ordinal));
        var found = (await run.Next("refused")).GetProperty("diagnostics")[0];
        Assert.Equal("csharp-error", found.GetProperty("code").GetString());
        Assert.EndsWith(Path, found.GetProperty("file").GetString(), StringComparison.Ordinal);

        _folder.With(Path, Code.Replace("< 10", "< 11", StringComparison.Ordinal));
        Assert.True((await run.Next("serving")).GetProperty("isReload").GetBoolean());
        Assert.Equal(0, await run.Stop("TERM"));
    }

    private Task<ProcessRun> DotnetBuild() => ProcessRun.Of(
        "dotnet", ["build", "src/Modules/Till.Sales", "-nologo", "-v", "quiet"], folder: _folder.Root);

    private async Task Build()
    {
        var build = await ProcessRun.Ashlar("build", _folder.Root);
        Assert.True(build.Code == 0, build.Out + build.Error);
    }
}
