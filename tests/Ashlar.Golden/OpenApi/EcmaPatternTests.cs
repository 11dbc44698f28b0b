using System.Text.RegularExpressions;
using Ashlar.Emit.Patterns;

namespace Ashlar.Golden.OpenApi;

/// <summary>
/// The pattern of a schema is one of ECMA-262 with the flag `u`, which refuses a backslash that takes no meaning away, and
/// where `.` is not a line break.
/// </summary>
public sealed class EcmaPatternTests
{
    [Theory]
    [InlineData("97[89][0-9]{10}", "^97[89][0-9]{10}$")]
    [InlineData("[a-z0-9]+(-[a-z0-9]+)*", "^[0-9a-z]+(?:-[0-9a-z]+)*$")]
    [InlineData("[^a-z]|.{2,}|a?", "^(?:[^a-z]|[\\s\\S]{2,}|a?)$")]
    [InlineData("\\#\\-\\@ \\.\\/", "^#-@ \\./$")]
    [InlineData("\\(\\[\\]\\)\\\\\\{", "^\\(\\[\\]\\)\\\\\\{$")]
    [InlineData("[\\]\\[^-]", "^[\\-\\[\\]\\^]$")]
    [InlineData("[+.*]é", "^[*+.]é$")]
    [InlineData("a\tb", "^a\\u0009b$")]
    [InlineData("[😀-😎]+😀{2}", "^[😀-😎]+😀{2}$")]
    public void A_pattern_is_spelt_as_the_standard_spells_it(string pattern, string expected) =>
        Assert.Equal(expected, PatternForms.WholeEcma(pattern));

    [Theory]
    [InlineData("[^a-z]|.{2,}|a?", "", "a", "b", "\n", "a\n", "A")]
    [InlineData("[\\]\\[^-]", "-", "^", "[", "]", "\\")]
    [InlineData("\\.\\-[.-]+", ".-", ".-.", ".--", "a--")]
    [InlineData("x( |#)?", "x", "x ", "x#", "xx")]
    public void It_means_what_the_pattern_of_the_fields_means(string pattern, params string[] texts)
    {
        foreach (var text in texts)
        {
            Assert.Equal(
                Regex.IsMatch(text, PatternForms.WholeDotNet(pattern)),
                Regex.IsMatch(text, PatternForms.WholeEcma(pattern), RegexOptions.ECMAScript));
        }
    }
}
