using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ashlar.Tests.Architecture;

/// <summary>A name says what a thing is; these words say only that nobody knew.</summary>
public sealed partial class NameTests
{
    [Fact]
    public void No_file_folder_or_type_has_an_empty_name() => Findings.None(CodeFile.All.SelectMany(EmptyNames));

    [Theory]
    [InlineData("src/A/NameUtils.cs", "class C;")]
    [InlineData("src/A/C.cs", "class StringHelper;")]
    [InlineData("src/A/C.cs", "interface SessionManager;")]
    [InlineData("src/Helpers/C.cs", "class C;")]
    [InlineData("src/Ashlar.Common/C.cs", "class C;")]
    public void A_planted_empty_name_is_found(string path, string text) =>
        Assert.Single(EmptyNames(CodeFile.Planted(path, text)));

    [Theory]
    [InlineData("src/A/CommonTokens.cs")]
    [InlineData("src/A/Utility.cs")]
    public void A_name_that_only_contains_such_a_word_is_fine(string path) =>
        Assert.Empty(EmptyNames(CodeFile.Planted(path, "record PackageManagerLine;")));

    private static IEnumerable<string> EmptyNames(CodeFile file) =>
        file.Path.Split('/').SelectMany(part => part.Replace(".cs", "", StringComparison.Ordinal).Split('.'))
            .Concat(file.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text))
            .Distinct()
            .Where(name => Empty().IsMatch(name))
            .Select(name => $"{file.Path}: `{name}`");

    [GeneratedRegex("(Utils?|Helpers?|Managers?|Commons?)$")]
    private static partial Regex Empty();
}
