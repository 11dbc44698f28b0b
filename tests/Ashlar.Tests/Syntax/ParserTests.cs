using System.Collections;
using System.Reflection;
using Ashlar.Core.Syntax;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Syntax;

public sealed class ParserTests
{
    [Fact]
    public void The_corpus_has_no_findings()
    {
        Assert.NotEmpty(Corpus.Files);
        foreach (var file in Corpus.Files)
        {
            var found = Parser.Parse(file).Diagnostics
                .Select(one => $"{file.Path}:{file.PositionOf(one.Location.Span.Start).Line} {one.Code}: {one.Message}");
            Assert.Equal("", string.Join("\n", found));
        }
    }

    [Fact]
    public void A_node_runs_from_its_first_to_its_last_token_and_holds_its_parts()
    {
        foreach (var tree in Corpus.Files.Select(Parser.Parse))
        {
            var starts = tree.Tokens.Select(token => token.Span.Start).ToHashSet();
            var ends = tree.Tokens.Select(token => token.Span.End).ToHashSet();
            var nodes = tree.Root.Declarations.SelectMany(AllOf);
            foreach (var node in nodes.Where(node => node.Span.Length > 0 && !IsInText(tree, node)))
            {
                Assert.Contains(node.Span.Start, starts);
                Assert.Contains(node.Span.End, ends);
                var parts = PartsOf(node).Where(part => part.Span.Length > 0);
                Assert.All(parts, part => Assert.Equal(node.Span, node.Span.To(part.Span)));
            }
        }
    }

    [Fact]
    public void Documentation_belongs_to_what_follows_it()
    {
        var tree = Corpus.Parse("""
            /// A thing.
            ///   With two lines.
            // no documentation
            entity A {   /// behind a brace, so of nothing
              /// The name.
              b: text max 9
              /// The rule.
              check C "c" { b != "" }
            }
            enum D {
              /// One.
              E
            }
            """);
        var entity = Assert.IsType<EntitySyntax>(tree.Root.Declarations[0]);
        Assert.Equal("A thing.\nWith two lines.", entity.Documentation);
        Assert.Equal(["The name.", "The rule."], entity.Members.Select(member => member.Documentation));
        Assert.Equal("One.", Assert.IsType<EnumSyntax>(tree.Root.Declarations[1]).Values[0].Documentation);
    }

    [Fact]
    public void Words_are_names_before_a_colon()
    {
        var tree = Corpus.Parse("""
            entity A {
              entity: int
              type: int
              check: int
              unique: int
              where: int = 0
              and: int
              max: int max 3
              access: int unique
              public: int
              unique B "b" { type where type in [1] }
              index
                type, check desc
            }
            """);
        Assert.Empty(tree.Diagnostics);
        var members = Assert.IsType<EntitySyntax>(Assert.Single(tree.Root.Declarations)).Members;
        Assert.Equal(
            ["entity", "type", "check", "unique", "where", "and", "max", "access", "public"],
            members.OfType<FieldSyntax>().Select(field => field.Name.Text));
        Assert.Single(members.OfType<UniqueSyntax>());
    }

    [Fact]
    public void Line_ends_mean_nothing()
    {
        foreach (var file in Corpus.Files)
        {
            var tree = Parser.Parse(file);
            var apart = string.Join('\n', tree.Tokens.Select(token => file.Slice(token.Span)));
            var again = Corpus.Parse(apart);
            Assert.Empty(again.Diagnostics);
            Assert.Equal(Undocumented(tree), Undocumented(again));
        }
    }

    private static string Undocumented(SyntaxTree tree) =>
        NodeText.Of(Corpus.Parse(tree.Source.Text.Replace("///", "//", StringComparison.Ordinal)).Root);

    private static bool IsInText(SyntaxTree tree, SyntaxNode node) =>
        tree.Tokens.Any(token => token.Kind == TokenKind.Text && token.Span.Contains(node.Span.Start) && token.Span != node.Span
            && token.Span.Start != node.Span.Start);

    private static IEnumerable<SyntaxNode> AllOf(SyntaxNode node) => PartsOf(node).SelectMany(AllOf).Prepend(node);

    private static IEnumerable<SyntaxNode> PartsOf(SyntaxNode node) =>
        node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(part => part.PropertyType != typeof(TextSpan) && part.GetIndexParameters().Length == 0)
            .Select(part => part.GetValue(node))
            .SelectMany(value => value switch
            {
                SyntaxNode one => [one],
                IEnumerable many and not string => many.OfType<SyntaxNode>(),
                _ => [],
            });
}
