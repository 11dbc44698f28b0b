using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Where a piece of text stands: its file, its module with the line that opened it, and its element.</summary>
internal sealed record Site(
    SourceFile Source, ModuleScope Module, ModuleSyntax? ModuleLine, Declarations Names, DiagnosticBag Report)
{
    private readonly Site? _whole;
    private readonly string _part = "";

    /// <summary>The element that findings are about, such as `Catalog.Book.title`; put together when one is made.</summary>
    public string Symbol
    {
        get => _whole is null || _whole.Symbol.Length == 0 ? _part : $"{_whole.Symbol}.{_part}";
        init
        {
            _whole = null;
            _part = value;
        }
    }

    /// <summary>Module boundaries do not count: an api and development data belong to the whole system.</summary>
    public bool SeesAll { get; init; }

    private Site(Site whole, string part)
        : this(whole.Source, whole.Module, whole.ModuleLine, whole.Names, whole.Report)
    {
        _whole = whole;
        _part = part;
        SeesAll = whole.SeesAll;
    }

    public Location At(SyntaxNode node) => new(Source.Path, node.Span);

    public Location At(TextSpan span) => new(Source.Path, span);

    public Origin OriginOf(SyntaxNode node) => new(Source, node.Span);

    public Site About(string part) => new(this, part);

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
