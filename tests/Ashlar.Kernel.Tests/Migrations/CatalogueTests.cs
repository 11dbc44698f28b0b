using System.Text.RegularExpressions;
using Ashlar.Kernel.Tests.Schemas;

namespace Ashlar.Kernel.Tests.Migrations;

/// <summary>The page about kinds of changes: each has its place there, and what is said to be tried is.</summary>
public sealed partial class CatalogueTests
{
    private const int Kinds = 128;

    private static readonly string Page = File.ReadAllText(Path.Combine(SchemaDatabase.Root(), "docs", "change-catalogue.md"));

    [Fact]
    public void Every_kind_of_change_stands_there_once()
    {
        var text = Page[Page.IndexOf("## ", StringComparison.Ordinal)..];
        Assert.Equal(
            Enumerable.Range(1, Kinds),
            Number().Matches(Codes().Replace(text, "")).Select(found => int.Parse(found.Value, null)).Order());
    }

    [Fact]
    public void What_is_tried_and_what_is_said_to_be_are_the_same()
    {
        var said = Page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(line => Names().Matches(line.Split('|')[^2]).Select(name => name.Groups[1].Value))
            .Append("all at once");
        Assert.Equal(
            ChangeCorpus.Names.Concat(ChangeCorpus.Refused.Select(one => one.Name)).Order(StringComparer.Ordinal),
            said.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Names();

    [GeneratedRegex("U[0-9]|`[^`]*`")]
    private static partial Regex Codes();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
