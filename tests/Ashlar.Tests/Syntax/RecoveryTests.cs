using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Syntax;

/// <summary>One fault in a model is one finding, where the fault is, and the rest is read as usual.</summary>
public sealed class RecoveryTests
{
    private const string Model = """
        system Shop { title "A shop" timezone "UTC" language en }
        module Catalog
        role Editor granted by Editor
        enum Format { Hardcover, Paperback }
        type Size { width: int min 1 height: int min 1 }
        entity Book {
          title: text max 200
          price: decimal(10, 2) min 0
          format: Format = Paperback
          author: Author on delete restrict
          status: state {
            initial Draft
            Draft -> Sold
            final Sold
          }
          check Priced "It has a price." { price > 0 and (title != "" or format == Paperback) }
          unique OneTitle "It is there." { title where status == Draft }
          public { title, price }
          access {
            read to anyone
            create, update { title } to Editor where any(b in Book where b.price > 1: b.title == title)
          }
        }
        function Dear {
          input { price: int, limit: int }
          gives bool { if price > limit then true else false }
        }
        shape Card of Book { title, cost: price }
        api Web {
          path "/api"
          expose Book {
            list { filter format sort price page 20 }
            read
          }
        }
        sample Book { title: "Emma", price: 1.5, format: Hardcover }
        entity Last {
          name: text max 20
        }
        """;

    [Theory]
    [InlineData("module Catalog", "module", 2, "missing-name")]
    [InlineData("{ Hardcover, Paperback }", "{ Hardcover Paperback }", 4, "missing-comma")]
    [InlineData("title: text max 200", "title: max 200", 7, "missing-type")]
    [InlineData("title: text max 200", "title: ", 7, "missing-type")]
    [InlineData("title: text max 200", "title text max 200", 7, "missing-colon")]
    [InlineData("title: text max 200", "title: text max", 7, "missing-expression")]
    [InlineData("title: text max 200", "title: text max 200 uniqe", 7, "unknown-word")]
    [InlineData("decimal(10, 2)", "decimal(10, 2", 8, "missing-punctuation")]
    [InlineData("decimal(10, 2)", "decimal(10 2)", 8, "unexpected-text")]
    [InlineData("decimal(10, 2)", "decimal(ten, 2)", 8, "missing-number")]
    [InlineData("format: Format = Paperback", "format: Format =", 9, "missing-expression")]
    [InlineData("on delete restrict", "on delete", 10, "missing-word")]
    [InlineData("on delete restrict", "on delete nothing", 10, "unknown-word")]
    [InlineData("status: state {", "status: state", 11, "missing-punctuation")]
    [InlineData("Draft -> Sold", "Draft Sold", 13, "missing-punctuation")]
    [InlineData("    final Sold\n  }", "    final Sold", 15, "missing-closing-brace")]
    [InlineData("Priced \"It has a price.\"", "Priced", 16, "missing-text")]
    [InlineData("price > 0 and (", "price > 0 and and (", 16, "missing-expression")]
    [InlineData("== Paperback) }", "== Paperback }", 16, "missing-punctuation")]
    [InlineData("== Paperback) }", "== Paperback)", 16, "missing-punctuation")]
    [InlineData("== Paperback) }", "== Paperback)) }", 16, "unexpected-text")]
    [InlineData("public { title, price }", "public { title, price", 18, "missing-punctuation")]
    [InlineData("public { title, price }", "public title, price }", 18, "missing-punctuation")]
    [InlineData("read to anyone", "read anyone", 20, "missing-word")]
    [InlineData("read to anyone", "read to", 20, "missing-name")]
    [InlineData("read to anyone", "reed to anyone", 20, "unknown-word")]
    [InlineData("access {", "access", 19, "missing-punctuation")]
    [InlineData("any(b in Book", "any(Book", 21, "comprehension-without-item")]
    [InlineData("input { price: int, limit: int }", "input { price: int, limit: int", 26, "missing-closing-brace")]
    [InlineData("then true else false", "then true", 26, "missing-word")]
    [InlineData("if price > limit then", "if price limit then", 26, "unexpected-text")]
    [InlineData("shape Card of Book", "shape Card Book", 28, "missing-word")]
    [InlineData("title, cost: price }", "title, cost price }", 28, "missing-comma")]
    [InlineData("title, cost: price }", "title, cost: }", 28, "missing-expression")]
    [InlineData("path \"/api\"", "path /api", 30, "missing-text")]
    [InlineData("page 20 }", "page }", 32, "missing-number")]
    [InlineData("page 20 }", "page 20", 33, "missing-closing-brace")]
    [InlineData("price: 1.5,", "price: 1.5", 36, "missing-comma")]
    [InlineData("title: \"Emma\",", "title: \"Emma,", 36, "unclosed-text")]
    [InlineData("entity Last {", "entty Last {", 37, "unknown-declaration")]
    [InlineData("entity Last {", "entity Last", 37, "missing-punctuation")]
    [InlineData("  name: text max 20\n}", "  name: text max 20", 38, "missing-closing-brace")]
    [InlineData("  name: text max 20\n}", "  name: text max 20\n}\n}", 40, "unexpected-closing-brace")]
    public void A_planted_fault_is_one_finding(string text, string fault, int line, string code)
    {
        Assert.Contains(text, Model, StringComparison.Ordinal);
        var tree = Corpus.Parse(Model.Replace(text, fault, StringComparison.Ordinal));
        var expected = $"{code} in line {line}";
        var found = tree.Diagnostics.Select(one => $"{one.Code} in line {LineOf(tree.Source, one)}");
        Assert.Equal(expected, string.Join(", ", found));
    }

    [Fact]
    public void The_model_itself_has_no_fault() => Assert.Empty(Corpus.Parse(Model).Diagnostics);

    [Fact]
    public void A_fault_in_each_declaration_is_found_in_one_run()
    {
        var tree = Corpus.Parse(Model
            .Replace("{ Hardcover, Paperback }", "{ Hardcover Paperback }", StringComparison.Ordinal)
            .Replace("width: int", "width int", StringComparison.Ordinal)
            .Replace("text max 200", "text maxx 200", StringComparison.Ordinal)
            .Replace("read to anyone", "read anyone", StringComparison.Ordinal)
            .Replace("then true else false", "then true", StringComparison.Ordinal)
            .Replace("path \"/api\"", "path", StringComparison.Ordinal));
        Assert.Equal(
            ["missing-comma", "missing-colon", "unknown-word", "missing-word", "missing-word", "missing-text"],
            tree.Diagnostics.Select(found => found.Code));
        Assert.Equal("Last", tree.Root.Declarations[^1].Name.Text);
    }

    /// <summary>A measure of the recovery as a whole: most single deletions are one finding in the same place.</summary>
    [Fact]
    public void Nearly_every_deleted_token_is_at_most_one_finding()
    {
        foreach (var file in Corpus.Files)
        {
            var tokens = Parser.Parse(file).Tokens.Where(token => token.Span.Length > 0).ToList();
            var worse = tokens.Where(token => FindingsWithout(file, token).Length > 1).ToList();
            var places = worse.Select(token => $"{LineOf(file, token.Span)} `{file.Slice(token.Span)}`");
            Assert.True(worse.Count <= tokens.Count / 50, $"{file.Path}: {string.Join(", ", places)}");
        }
    }

    private static System.Collections.Immutable.ImmutableArray<Diagnostic> FindingsWithout(SourceFile file, Token token) =>
        Corpus.Parse(file.Text.Remove(token.Span.Start, token.Span.Length)).Diagnostics;

    private static int LineOf(SourceFile source, Diagnostic found) => LineOf(source, found.Location.Span);

    private static int LineOf(SourceFile source, TextSpan span) => source.PositionOf(span.Start).Line;
}
