namespace Ashlar.EndToEnd.Tool;

/// <summary>`./ashlar` builds the tool when it has to, and is otherwise not to be noticed.</summary>
public sealed class ScriptTests : IDisposable
{
    private const string Progress = "ashlar: building the tool (the first build takes about a minute)\n";

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <AssemblyName>ashlar</AssemblyName>
          </PropertyGroup>
        </Project>
        """;

    private readonly TemporaryFolder _checkout = new();

    public ScriptTests()
    {
        File.Copy(Checkout.PathOf("ashlar"), _checkout.PathOf("ashlar"));
        _checkout.With("src/Ashlar.Tool/Ashlar.Tool.csproj", Project).With("global.json", "{}");
        Print("one");
    }

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task It_builds_once_and_again_after_an_edit_and_passes_everything_through()
    {
        var first = await Run("a b", "*");
        Assert.Equal((2, "one: a b|* <in>\n", Progress), (first.Code, first.Out, first.Error));
        var second = await Run("x");
        Assert.Equal((1, "one: x <in>\n", ""), (second.Code, second.Out, second.Error));

        Print("two");
        var third = await Run();
        Assert.Equal((0, "two:  <in>\n", Progress), (third.Code, third.Out, third.Error));
        Assert.Equal("", (await Run()).Error);

        _checkout.With("src/Ashlar.Tool/Program.cs", "this does not compile");
        var broken = await Run();
        Assert.Equal((3, ""), (broken.Code, broken.Out));
        Assert.Contains("error CS", broken.Error, StringComparison.Ordinal);
        Assert.EndsWith("ashlar: the tool does not build; the errors are above\n", broken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_first_calls_at_once_build_once_and_both_run()
    {
        var runs = await Task.WhenAll(Run("1"), Run("2"));
        Assert.All(runs, run => Assert.StartsWith("one: ", run.Out, StringComparison.Ordinal));
        Assert.Equal(Progress, runs[0].Error + runs[1].Error);
    }

    [Fact]
    public async Task It_runs_through_a_link_from_anywhere()
    {
        using var elsewhere = new TemporaryFolder();
        File.CreateSymbolicLink(elsewhere.PathOf("tool"), _checkout.PathOf("ashlar"));
        var run = await ProcessRun.Of(elsewhere.PathOf("tool"), ["x"], "in", elsewhere.Root);
        Assert.Equal("one: x <in>\n", run.Out);
    }

    private void Print(string word) => _checkout.With(
        "src/Ashlar.Tool/Program.cs",
        $$"""Console.WriteLine($"{{word}}: {string.Join('|', args)} <{Console.In.ReadToEnd()}>"); return args.Length;""");

    private Task<ProcessRun> Run(params string[] words) => ProcessRun.Of(_checkout.PathOf("ashlar"), words, "in");
}
