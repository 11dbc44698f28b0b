using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>`on OrderCancelled as called where called.order == placed.order go Cancel`.</summary>
    private WaitForSyntax ParseInterrupt(int start)
    {
        var (happened, name, where) = ParseAwaited();
        var target = ParseGo();
        return new WaitForSyntax(happened, name, where, target, SpanFrom(start));
    }

    private WaitSyntax ParseWait(int start)
    {
        var wait = new WaitSyntax([], default);
        if (AtWord("until"))
        {
            wait = ParseWaitPart(wait);
            return wait with { Span = SpanFrom(start) };
        }

        var block = OpenBlock("`wait`");
        while (InBlock(ref block))
        {
            wait = ParseWaitPart(wait);
        }

        CloseBlock(block);
        return wait with { Span = SpanFrom(start) };
    }

    private WaitSyntax ParseWaitPart(WaitSyntax wait)
    {
        var word = Current;
        switch (TextOf(word))
        {
            case "for":
                return wait with { Events = wait.Events.Add(ParseWaitFor(Take().Span.Start)) };
            case "within":
                Take();
                ReportRepeated(word, wait.Within is not null);
                return wait with { Within = ParseTimeout(word.Span.Start) };
            case "until":
                Take();
                ReportRepeated(word, wait.Until is not null);
                return wait with { Until = ParseDeadline(word.Span.Start) };
            default:
                SkipUnknownWord("`wait`", Vocabulary.WaitParts.All);
                return wait;
        }
    }

    /// <summary>`for ParcelDelivered as done where done.tracking == parcel.tracking then Deliver`.</summary>
    private WaitForSyntax ParseWaitFor(int start)
    {
        var (happened, name, where) = ParseAwaited();
        var target = ParseNext();
        return new WaitForSyntax(happened, name, where, target, SpanFrom(start));
    }

    private (QualifiedNameSyntax Event, NameSyntax? As, ExpressionSyntax? Where) ParseAwaited()
    {
        // `on as early where …`: the name of the event is missing, and `as` is not it.
        var isMissing = AtWord("as") && IsWord(Peek(2), "where");
        var happened = isMissing ? new QualifiedNameSyntax(null, MissingName, Gap) : ParseQualifiedName();
        if (isMissing)
        {
            ReportMissing<MissingName>("a name", "write the event here", "");
        }

        // A name stands before `where` also where `as` is missing.
        var isNamed = AtWord("as") || (Kind == TokenKind.Word && IsWord(Peek(1), "where"));
        var name = isNamed && (ExpectWord("as") || MayContinue) ? ParseDeclaredName() : null;
        return (happened, name, ParseWhere());
    }

    /// <summary>`14d then Escalate`.</summary>
    private LimitSyntax ParseTimeout(int start)
    {
        var time = ParseUnary();
        var target = ParseNext();
        return new LimitSyntax(time, target, SpanFrom(start));
    }

    /// <summary>`booked.startsAt - 1d then Remind`.</summary>
    private LimitSyntax ParseDeadline(int start)
    {
        var moment = ParseExpression();
        var target = ParseNext();
        return new LimitSyntax(moment, target, SpanFrom(start));
    }

    private NameSyntax ParseNext() => ExpectWord("then") || MayContinue ? ParseName() : MissingName;
}
