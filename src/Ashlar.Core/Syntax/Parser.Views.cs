using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private ViewSyntax ParseView(int start)
    {
        Take();
        var view = new ViewSyntax(ParseDeclaredName(), [], default);
        var block = OpenBlock(Owner("view", view.Name));
        while (InBlock(ref block))
        {
            view = ParseViewPart(view);
        }

        CloseBlock(block);
        return view with { Span = SpanFrom(start) };
    }

    private ViewSyntax ParseViewPart(ViewSyntax view)
    {
        var word = Current;
        switch (TextOf(word))
        {
            case "input":
                Take();
                ReportRepeated(word, !view.Inputs.IsEmpty);
                return view with { Inputs = ParseInputs() };
            case "from":
                ReportRepeated(word, view.From is not null);
                return view with { From = ParseViewSource() };
            case "group":
                Take();
                ReportRepeated(word, !view.Keys.IsEmpty);
                ExpectWord("by");
                return view with { Keys = ParseSeparated(static parser => parser.ParseGroupKey()) };
            case "select":
                Take();
                ReportRepeated(word, !view.Columns.IsEmpty);
                return view with { Columns = ParseViewColumns() };
            case "access":
                return view with { Access = view.Access.Add(ParseActionRule(Take().Span.Start)) };
            default:
                return ParseViewOrder(view);
        }
    }

    /// <summary>What is done with the rows that the selection gives.</summary>
    private ViewSyntax ParseViewOrder(ViewSyntax view)
    {
        var word = Current;
        switch (TextOf(word))
        {
            case "keep":
                Take();
                ReportRepeated(word, view.Keep is not null);
                ExpectWord("where");
                return view with { Keep = ParseExpression() };
            case "sort":
                Take();
                ReportRepeated(word, !view.Sort.IsEmpty);
                return view with { Sort = ParseSortKeys() };
            case "limit":
                Take();
                ReportRepeated(word, view.Limit is not null);
                return view with { Limit = ParseCoalesce() };
            case "all":
                Take();
                ReportRepeated(word, view.AllRows is not null);
                ExpectWord("rows");
                ExpectWord("because");
                return view with { AllRows = ParseText() };
            default:
                SkipUnknownWord("a view", Vocabulary.ViewParts.All);
                return view;
        }
    }

    /// <summary>`from OrderLine as line where …`.</summary>
    private ViewSourceSyntax ParseViewSource()
    {
        var start = Take().Span.Start;
        var entity = ParseQualifiedName();
        var name = ExpectWord("as") || MayContinue ? ParseName() : MissingName;
        var where = ParseWhere();
        return new ViewSourceSyntax(entity, name, where, SpanFrom(start));
    }

    /// <summary>`line.book as book` or `each article.tags as tag`.</summary>
    private ViewColumnSyntax ParseGroupKey()
    {
        var start = Current.Span.Start;
        var isEach = Peek(1).Kind == TokenKind.Word && !IsWord(Peek(1), "as") && TryTakeWord("each");
        var value = ParseCoalesce();
        var name = ExpectWord("as") || MayContinue ? ParseName() : MissingName;
        return new ViewColumnSyntax(name, value, SpanFrom(start)) { IsEach = isEach };
    }

    private ImmutableArray<ViewColumnSyntax> ParseViewColumns()
    {
        var columns = ImmutableArray.CreateBuilder<ViewColumnSyntax>();
        ParseItems("`select`", () => columns.Add(ParseViewColumn()));
        return columns.DrainToImmutable();
    }

    /// <summary>`title: book.title`, or a name alone.</summary>
    private ViewColumnSyntax ParseViewColumn()
    {
        var documentation = Documentation(Current);
        var name = TakeName();
        ExpressionSyntax value = new NameExpressionSyntax(name, name.Span);
        if (TryTake(TokenKind.Colon) || TryMissColon(name))
        {
            value = ParseExpression();
        }

        return new ViewColumnSyntax(name, value, SpanFrom(name.Span.Start)) { Documentation = documentation };
    }
}
