using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Where a piece of text stands: its file, its module with the line that opened it, and its element.</summary>
internal sealed record Site(
    SourceFile Source,
    ModuleScope Module,
    ModuleSyntax? ModuleLine,
    Declarations Names,
    DiagnosticBag Report
)
{
    /// <summary>The element that findings are about, such as `Catalog.Book.title`.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>Module boundaries do not count: an api and development data belong to the whole system.</summary>
    public bool SeesAll { get; init; }

    public Location At(SyntaxNode node) => new(Source.Path, node.Span);

    public Location At(TextSpan span) => new(Source.Path, span);

    public Origin OriginOf(SyntaxNode node) => new(Source.Path, node.Span);

    public Site About(string part) => this with { Symbol = Symbol.Length == 0 ? part : $"{Symbol}.{part}" };

    public void Add(Diagnostic found) => Report.Add(found.Symbol.Length == 0 ? found.About(Symbol) : found);

    /// <summary>The text of a node for a message, or another word for a long one or one of several lines.</summary>
    public string Quote(SyntaxNode node, string otherwise)
    {
        const int longest = 40;
        var text = Source.Slice(node.Span);
        return
            text.Length is > 0 and <= longest
            && !text.Contains('\n', StringComparison.Ordinal)
            && !text.Contains('`', StringComparison.Ordinal)
            ? $"`{text}`"
            : otherwise;
    }
}
