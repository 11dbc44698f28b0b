using Ashlar.Tests.Architecture;
using Ashlar.Tool;
using Ashlar.Tool.Commands;

namespace Ashlar.Tests.Commands;

/// <summary>What each command answers, for people and for programs.</summary>
public sealed class CommandTests : IDisposable
{
    private const string Good = """
        system Shop { title "A shop" }

        module Stock

        /// Something to sell.
        entity Product {
          name:  text max 80 not blank unique
          price: decimal(10, 2) min 0

          access {
            read to anyone
            never create, update, delete
          }
        }

        api Shop {
          path "/api"
          expose Product { list { sort name }   read }
        }

        """;

    private readonly TemporaryFolder _folder = new TemporaryFolder().With("model/shop.ashlar", Good);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("chek", "no command is named `chek`", "use `check`")]
    [InlineData("check --jsn", "`ashlar check` has no option `--jsn`", "use `--json`")]
    [InlineData("check a b", "`ashlar check` does not take `b`", "read `ashlar check --help`")]
    [InlineData("explain unknown-typ", "no finding has the code `unknown-typ`", "use `unknown-type` or `unknown-step`")]
    [InlineData("run --urls nonsense", "`nonsense` is not an address to serve on", "write it like `http://127.0.0.1:5080`")]
    [InlineData("new 1st", "`1st` does not name a system", "use letters and digits, beginning with a letter; `-` joins words")]
    public async Task A_command_line_that_cannot_be_read_says_what_would_do(string line, string message, string help)
    {
        var outcome = await Shell.Run(line.Split(' '));
        Assert.Equal(ExitCode.Usage, outcome.Code);
        Assert.Equal($"error[usage]: {message}\n = help: {help}\n", outcome.Error);
        Assert.Empty(outcome.Out);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--help")]
    [InlineData("check --help")]
    [InlineData("run --wrong --help")]
    public async Task Help_shows_the_exit_codes(string line)
    {
        var outcome = await Shell.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(ExitCode.Fine, outcome.Code);
        Assert.Contains("  70  internal", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_model_is_fine()
    {
        var outcome = await Shell.Run("check", _folder.Root);
        Assert.Equal((ExitCode.Fine, "Shop is fine: 1 module, 1 entity, 2 endpoints\n"), (outcome.Code, outcome.Out));
    }

    [Fact]
    public async Task A_model_with_an_error_is_not()
    {
        _folder.With("model/shop.ashlar", Good.Replace("decimal(10, 2)", "decimel(10, 2)", StringComparison.Ordinal));
        var outcome = await Shell.Run("check", _folder.Root, "--format", "concise");
        Assert.Equal(ExitCode.Findings, outcome.Code);
        Assert.StartsWith($"{_folder.PathOf("model/shop.ashlar")}:8:", outcome.Out, StringComparison.Ordinal);
        var json = (await Shell.Run("check", _folder.Root, "--json")).Json;
        Assert.Equal(ExitCode.Findings, json.GetProperty("exitCode").GetInt32());
        Assert.Equal(8, json.GetProperty("diagnostics")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task A_missing_folder_is_not_the_models_fault()
    {
        var outcome = await Shell.Run("check", _folder.PathOf("nowhere"));
        Assert.Equal(ExitCode.Environment, outcome.Code);
        Assert.StartsWith("error[missing-folder]", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_writes_and_the_next_one_has_nothing_to_do()
    {
        var first = (await Shell.Run("build", _folder.Root, "--json")).Json;
        Assert.True(first.GetProperty("written").GetInt32() > 50);
        var before = _folder.Snapshot();
        var second = (await Shell.Run("build", _folder.Root, "--json")).Json;
        Assert.Equal(0, second.GetProperty("written").GetInt32());
        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public async Task A_build_of_a_model_with_errors_writes_nothing()
    {
        _folder.With("model/shop.ashlar", "system Shop { title \"A shop\" ");
        var before = _folder.Snapshot();
        Assert.Equal(ExitCode.Findings, (await Shell.Run("build", _folder.Root)).Code);
        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public async Task A_new_system_is_whole_and_checks_without_a_finding()
    {
        var made = await Shell.Run("new", _folder.PathOf("my-team"));
        Assert.Equal(ExitCode.Fine, made.Code);
        Assert.True(File.Exists(_folder.PathOf("my-team/.gitignore")));
        AssertStarts("system MyTeam { title \"My team\" }", _folder.Read("my-team/model/my-team.ashlar").Split('\n')[1]);
        var check = (await Shell.Run("check", _folder.PathOf("my-team"), "--json")).Json;
        Assert.Empty(check.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(ExitCode.Fine, (await Shell.Run("build", _folder.PathOf("my-team"))).Code);
        Assert.Equal(ExitCode.Findings, (await Shell.Run("new", _folder.PathOf("my-team"))).Code);
    }

    [Fact]
    public async Task A_fix_changes_the_model_and_only_where_it_is_asked_to()
    {
        var wrong = Good.Replace("max 80", "max 80,", StringComparison.Ordinal);
        _folder.With("model/shop.ashlar", wrong);
        AssertStarts("0 fixes applied", (await Shell.Run("fix", _folder.PathOf("model/shop.ashlar:1"))).Out.Split('\n')[^2]);
        Assert.Equal(wrong, _folder.Read("model/shop.ashlar"));
        var line = wrong.Split('\n').ToList().FindIndex(text => text.Contains("max 80,", StringComparison.Ordinal)) + 1;
        var outcome = await Shell.Run("fix", _folder.PathOf($"model/shop.ashlar:{line}"), "--json");
        Assert.Equal((ExitCode.Fine, 1), (outcome.Code, outcome.Json.GetProperty("applied").GetInt32()));
        Assert.Equal(Good, _folder.Read("model/shop.ashlar"));
    }

    [Fact]
    public async Task Fmt_says_what_it_would_do_or_does_it()
    {
        _folder.With("model/shop.ashlar", Good.Replace("  name:  text", "  name :  text", StringComparison.Ordinal));
        var check = await Shell.Run("fmt", _folder.Root, "--check");
        Assert.Equal(ExitCode.Findings, check.Code);
        Assert.Equal($"{_folder.PathOf("model/shop.ashlar")} is not in the layout\n", check.Out);
        Assert.Equal(ExitCode.Fine, (await Shell.Run("fmt", _folder.Root)).Code);
        Assert.Equal(Good, _folder.Read("model/shop.ashlar"));
        Assert.Equal(ExitCode.Fine, (await Shell.Run("fmt", _folder.Root, "--check")).Code);
    }

    [Fact]
    public async Task Fmt_of_standard_input_writes_standard_output_and_loses_nothing()
    {
        var outcome = await Shell.RunWithInput(Good.Replace("  name:", "   name:", StringComparison.Ordinal), "fmt", "-");
        Assert.Equal((ExitCode.Fine, Good, ""), (outcome.Code, outcome.Out, outcome.Error));
        var broken = await Shell.RunWithInput("entity {", "fmt", "-");
        Assert.Equal((ExitCode.Findings, "entity {"), (broken.Code, broken.Out));
        AssertStarts("stdin.ashlar:1:", broken.Error);
    }

    [Fact]
    public async Task The_starter_is_in_the_layout()
    {
        await Shell.Run("new", _folder.PathOf("a-team-with-a-long-name"));
        Assert.Equal(ExitCode.Fine, (await Shell.Run("fmt", "--check", _folder.PathOf("a-team-with-a-long-name"))).Code);
    }

    [Fact]
    public async Task Explain_prints_the_page_and_lists_all_codes()
    {
        AssertStarts("# edited-generated-file\n", (await Shell.Run("explain", "edited-generated-file")).Out);
        var codes = (await Shell.Run("explain")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
        Assert.Contains("unknown-type", codes);
        Assert.Contains("port-in-use", codes);
    }

    [Fact]
    public async Task Describe_tells_what_follows_about_a_symbol()
    {
        var json = (await Shell.Run("describe", _folder.Root, "Product", "--json")).Json;
        Assert.Equal("entity", json.GetProperty("kind").GetString());
        Assert.Equal("Stock.Product", json.GetProperty("name").GetString());
        Assert.Equal("read", json.GetProperty("access")[0].GetProperty("operations").GetString());
        Assert.Equal("/api/products", json.GetProperty("endpoints")[0].GetProperty("path").GetString());
        Assert.StartsWith("entity Product {", json.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("create, update, delete", json.GetProperty("access")[1].GetProperty("operations").GetString());
        Assert.Equal("never", json.GetProperty("access")[1].GetProperty("who").GetString());
        AssertStarts("field Stock.Product.price", (await Shell.Run("describe", _folder.Root, "price")).Out);
        AssertStarts("system Shop", (await Shell.Run("describe", _folder.Root)).Out);
        var unknown = await Shell.Run("describe", _folder.Root, "Prodct");
        Assert.Equal(ExitCode.Usage, unknown.Code);
        Assert.Equal("error[usage]: nothing is named `Prodct`\n = help: use `Product`\n", unknown.Error);
    }

    [Fact]
    public async Task Describe_knows_rules_and_what_accounts_are_served()
    {
        using var folder = new TemporaryFolder().With("model/desk.ashlar", """
            system Desk { title "A desk" }

            role Head granted by Head

            entity Account principal {
              email:    email    unique
              password: password min 12 max 128

              check LongPlace "An address is long." { email.length > 5 }

              access {
                read   to signed in where this == caller
                create to Head
              }
            }

            api Web { path "/api"   sign in with password   expose Account { create } }

            """);
        var rule = await Shell.Run("describe", folder.Root, "LongPlace");
        AssertStarts("check Desk.Account.LongPlace", rule.Out);
        Assert.Contains("check LongPlace \"An address is long.\" { email.length > 5 }", rule.Out, StringComparison.Ordinal);
        var unknown = await Shell.Run("describe", folder.Root, "LongPlaice");
        Assert.Equal("error[usage]: nothing is named `LongPlaice`\n = help: use `LongPlace`\n", unknown.Error);
        var all = (await Shell.Run("describe", folder.Root)).Out;
        Assert.Contains("POST    /api/sign-out", all, StringComparison.Ordinal);
        Assert.Contains("DELETE  /api/roles/{role}/members/{id}", all, StringComparison.Ordinal);
    }

    [Fact]
    public void A_defect_is_said_to_be_ours_and_leaves_a_replay_without_the_model()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(TextReader.Null, TextWriter.Null, error);
        var code = InternalReport.Write(terminal, ["build", _folder.Root], Thrown("secret of the model"));
        Assert.Equal(ExitCode.Internal, code);
        Assert.StartsWith("error[internal]: ashlar failed while running `build`\n", error.ToString(), StringComparison.Ordinal);
        var replay = Assert.Single(Directory.GetFiles(_folder.PathOf(".ashlar"), "crash-*.json"));
        Assert.Contains(Path.GetFileName(replay), error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Thrown", File.ReadAllText(replay), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", File.ReadAllText(replay), StringComparison.Ordinal);
    }

    [Fact]
    public void The_pages_of_the_tools_own_findings_have_their_parts()
    {
        var own = Repository.Files("src/Ashlar.Tool", "*.md").Where(path => path.Contains("/Rules/", StringComparison.Ordinal));
        foreach (var path in own)
        {
            var page = Core.Diagnostics.Page.Parse(Repository.Read(path));
            Assert.True(page.Reason.Length > 0 && page.Fix.Length > 0, path);
            Assert.True(File.Exists(Repository.PathOf(path.Replace(".md", ".cs", StringComparison.Ordinal))), path);
        }

        Assert.NotEmpty(own);
    }

    private static InvalidOperationException Thrown(string message)
    {
        try
        {
            throw new InvalidOperationException(message);
        }
        catch (InvalidOperationException defect)
        {
            return defect;
        }
    }

    private static void AssertStarts(string start, string text) => Assert.StartsWith(start, text, StringComparison.Ordinal);
}
