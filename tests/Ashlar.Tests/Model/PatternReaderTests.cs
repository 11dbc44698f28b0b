using System.Text.RegularExpressions;

namespace Ashlar.Tests.Model;

public sealed class PatternReaderTests
{
    [Theory]
    [InlineData("97[89][0-9]{10}")]
    [InlineData("[a-z0-9]+(-[a-z0-9]+)*")]
    [InlineData("[a-z0-9-]+([.][a-z0-9-]+)+")]
    [InlineData("[+]?[0-9 ()-]{5,30}")]
    [InlineData("[^a-z]|.{2,}|a?")]
    [InlineData("\\(\\[\\]\\)\\\\\\{")]
    [InlineData("[-a]")]
    [InlineData("[\\]\\[]")]
    [InlineData("é+/@#'")]
    [InlineData("[😀-😎]+")]
    public void A_pattern_of_the_language_is_one_of_dotnet_too(string pattern)
    {
        Assert.Empty(Findings(pattern));
        Assert.NotNull(new Regex(pattern.Replace("😀-😎", "x", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("a{2")]
    [InlineData("a{,2}")]
    [InlineData("a{3,2}")]
    [InlineData("a{256}")]
    [InlineData("a**")]
    [InlineData("a+?")]
    [InlineData("*a")]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("(?i)a")]
    [InlineData("[a")]
    [InlineData("[]")]
    [InlineData("[z-a]")]
    [InlineData("[[:alpha:]]")]
    [InlineData("a]")]
    [InlineData("a}")]
    [InlineData("^a")]
    [InlineData("a$")]
    [InlineData("\\w")]
    [InlineData("[\\d]")]
    [InlineData("(a)\\1")]
    [InlineData("a\\")]
    [InlineData("((((((((((((((((((((((a))))))))))))))))))))))")]
    public void Anything_else_is_reported(string pattern)
    {
        Assert.StartsWith("pattern-form: ", Assert.Single(Findings(pattern)), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Findings(string pattern) =>
        Models.Findings($"entity Row {{ code: text max 9 matches pattern \"{pattern}\" }}");
}
