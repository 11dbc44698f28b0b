using Ashlar.Core;
using Ashlar.Core.Syntax;
using Ashlar.Core.Text;
using Ashlar.Tests.Architecture;

namespace Ashlar.Tests.Documentation;

/// <summary>The examples are models that a careful team would keep: nothing is found in them, not even a warning.</summary>
public sealed class ExampleTests
{
    [Theory]
    [InlineData("bookshop")]
    [InlineData("helpdesk")]
    [InlineData("conduit")]
    public void An_example_checks_without_a_finding(string example)
    {
        var files = Repository.Files($"examples/{example}/model", "*.ashlar")
            .Select(path => new SourceFile(path, Repository.Read(path)));

        var compilation = Compilation.Create(files);

        Assert.Empty(compilation.Diagnostics.Select(found => $"{found.Location.Path}: {found.Code}: {found.Message}"));
    }

    [Theory]
    [InlineData("bookshop")]
    [InlineData("helpdesk")]
    [InlineData("conduit")]
    public void An_example_is_in_the_layout(string example) => Assert.All(
        Repository.Files($"examples/{example}/model", "*.ashlar"),
        path => Assert.Equal(Formatter.Format(Parser.Parse(new SourceFile(path, Repository.Read(path)))), Repository.Read(path)));
}
