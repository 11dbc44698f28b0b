using Ashlar.Core.Diagnostics;
using Ashlar.Guard;
using Ashlar.Guard.InProcess;

namespace Ashlar.Tests.Guard;

/// <summary>The implementation of a slot is there, fits, stays small, and says why where a rule is silenced.</summary>
public sealed class SlotCodeTests : IDisposable
{
    private readonly GuardedCode _code = new();

    public void Dispose() => _code.Dispose();

    [Fact]
    public void What_is_not_written_yet_is_the_start_that_the_build_writes() => Assert.Empty(_code.FindWithoutFile());

    [Theory]
    [InlineData("namespace Shop.Sales.Slots; public sealed class Other;", "no class has its name")]
    [InlineData("namespace Shop.Sales.Slots; public sealed class Rule;", "its class does not implement `IRule`")]
    [InlineData("namespace Shop.Sales.Slots; public interface Rule;", "what has its name is no class that can be made")]
    [InlineData("namespace Shop.Sales.Slots; public abstract class Rule;", "what has its name is no class that can be made")]
    [InlineData("namespace Shop.Sales.Slots; internal sealed class Rule;", "its class is not public")]
    public void A_missing_class_is_said_at_the_line_of_the_model(string file, string reason)
    {
        var found = Assert.Single(_code.Find(file));
        Assert.Equal("slot-missing", found.Code);
        Assert.Equal("the slot `Sales.Rule` has no implementation", found.Message);
        Assert.Equal("model/shop.ashlar", found.Location.Path);
        Assert.Equal(reason, Assert.Single(found.Notes));
        Assert.Contains("custom/Shop.Sales/Rule.cs", Assert.Single(found.Helps), StringComparison.Ordinal);
    }

    /// <summary>A folder that is called otherwise is read by neither the compiler nor the guard, and says so.</summary>
    [Theory]
    [InlineData("custom/Shop.Sale/Rule.cs")]
    [InlineData("custom/Rule.cs")]
    [InlineData("custom/Shop.Sales.Slots/Deep/Rule.cs")]
    public void A_file_that_nothing_compiles_is_found(string path)
    {
        _code.With(path, "namespace Shop.Sales.Slots;\nFile.Delete(\"x\");");
        var found = Assert.Single(_code.Find(GuardedCode.Around("")));
        Assert.Equal(("custom-unused", path, false), (found.Code, found.Location.Path, found.IsError));
        Assert.Equal("the code of slots stands in `custom/Shop.Sales`", Assert.Single(found.Notes));
    }

    [Fact]
    public void A_class_that_cannot_be_made_without_help_is_missing()
    {
        var found = Assert.Single(_code.Find(GuardedCode.Around("", "public Rule(int n) { }")));
        Assert.Equal("its class has no public constructor without parameters", Assert.Single(found.Notes));
    }

    [Theory]
    [InlineData("decimal amount", "int amount", "CS0535")]
    [InlineData("decimal amount, ", "", "CS0535")]
    [InlineData("new RuleResult.Ok(amount, null)", "new RuleResult.Ok(amount)", "CS7036")]
    [InlineData("new RuleResult.Ok(amount, null)", "null", "CS8603")]
    [InlineData("return new", "return nwe", "CS")]
    public void Code_that_does_not_fit_is_an_error_that_names_the_line_of_the_model(string old, string other, string error)
    {
        var found = _code.Find(GuardedCode.Around("").Replace(old, other, StringComparison.Ordinal));
        var first = found.First(one => one.Code == "csharp-error");
        Assert.Contains(error, first.Message, StringComparison.Ordinal);
        Assert.Equal(GuardedCode.File, first.Location.Path);
        Assert.Equal("model/shop.ashlar", Assert.Single(first.Related).Location.Path);
    }

    [Theory]
    [InlineData(58, false)]
    [InlineData(59, true)]
    public void A_member_has_a_size(int statements, bool isRefused)
    {
        var body = string.Join('\n', Enumerable.Repeat("n++;", statements - 2));
        var found = _code.Find(GuardedCode.Around("", $"private static void Long(int n) {{\n{body}\n\n\n}}"));
        Assert.Equal(isRefused, found.Any(one => one.Code == "slot-size"));
    }

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void A_member_has_a_number_of_ways_through_it(int branches, bool isRefused)
    {
        var body = string.Concat(Enumerable.Repeat("if (n > 0) { n--; } ", branches));
        var found = _code.Find(GuardedCode.Around("", $"private static void Twisted(int n) {{ {body} }}"));
        Assert.Equal(isRefused, found.Any(one => one.Code == "slot-size"));
    }

    [Fact]
    public void A_file_has_a_size()
    {
        var found = _code.Find(GuardedCode.Around("") + new string('\n', 400));
        Assert.Equal("slot-size", Assert.Single(found).Code);
    }

    [Theory]
    [InlineData("// allow slot-cancellation: it halves, so it ends after sixty rounds", null)]
    [InlineData("// allow slot-cancellation: why", "slot-suppression")]
    [InlineData("// allow slot-cancellation", "slot-suppression")]
    [InlineData("// allow slot-size: it halves, so it ends after sixty rounds", "slot-cancellation")]
    public void A_comment_allows_what_may_be_weighed_and_says_why(string comment, string? refused)
    {
        var found = _code.Find(GuardedCode.Around($"{comment}\nwhile (amount > 1) {{ amount /= 2; }}"));
        Assert.Equal(refused is null, found.IsEmpty);
        Assert.True(refused is null || found.Any(one => one.Code == refused), Show(found));
    }

    [Fact]
    public void No_comment_allows_what_keeps_code_in()
    {
        var found = _code.Find(GuardedCode.Around("// allow slot-api: the file is small and always there\nFile.Delete(text);"));
        Assert.Equal(["slot-suppression", "slot-api"], found.Select(one => one.Code));
    }

    [Theory]
    [InlineData("#pragma warning disable CA1000\n", true)]
    [InlineData("#pragma warning disable CA1000 // the name is that of the standard\n", false)]
    [InlineData("#nullable disable\n", true)]
    public void A_pragma_says_why(string before, bool isRefused) =>
        Assert.Equal(isRefused, _code.Find(GuardedCode.Around("", before: before)).Any(one => one.Code == "slot-suppression"));

    [Fact]
    public void Every_analyzer_runs_in_process_and_every_rule_has_a_page()
    {
        var written = typeof(SlotAnalyzer).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(SlotAnalyzer)));
        Assert.Equal(
            written.Select(type => type.Name).Order(StringComparer.Ordinal),
            GuardInProcess.Analyzers.Select(analyzer => analyzer.GetType().Name));
        Assert.All(
            GuardInProcess.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics),
            rule => Assert.NotNull(Type.GetType($"Ashlar.Tool.Serving.Rules.{rule.Id}, ashlar")));
    }

    private static string Show(IEnumerable<Diagnostic> found) =>
        string.Join('\n', found.Select(one => $"{one.Code}: {one.Message}"));
}
