using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax;

/// <summary>What an outside service starts, and what a scenario receives of one.</summary>
public sealed partial class Parser
{
    /// <summary>`start at "/callbacks/paid" verified by hmac of Payments.callbackKey header "X-S" hex once by id`.</summary>
    private CallbackSyntax ParseCallback()
    {
        var start = Take().Span.Start;
        Take();
        var callback = ParseVerification(new CallbackSyntax(default) { Path = ParseText() });
        if (TryTakeWord("timestamp"))
        {
            callback = callback with { Timestamp = ParseText() };
            callback = ExpectWord("within") ? callback with { Tolerance = ParseUnary() } : callback;
        }

        callback = ExpectWord("once") && ExpectWord("by") ? callback with { Once = ParseName() } : callback;
        if (TryTakeWord("unknown"))
        {
            callback = callback with { IgnoresUnknownMembers = ExpectWord("members") && ExpectWord("ignored") };
        }

        return callback with { Span = SpanFrom(start) };
    }

    /// <summary>`verified by hmac of Payments.callbackKey header "X-Signature" hex`.</summary>
    private CallbackSyntax ParseVerification(CallbackSyntax callback)
    {
        if (!ExpectWord("verified") || !ExpectWord("by"))
        {
            return callback;
        }

        callback = callback with { Method = ParseName() };
        if (!ExpectWord("of"))
        {
            return callback;
        }

        callback = callback with { Keys = ParseQualifiedNames() };
        if (!ExpectWord("header"))
        {
            return callback;
        }

        return callback with { Header = ParseText(), Form = ParseName() };
    }

    /// <summary>`receive PaymentSettled { delivery: "D-1" } fails NoSuchPayment`.</summary>
    private ReceiveSyntax ParseReceive()
    {
        var first = _position;
        var start = Take().Span.Start;
        var part = new ReceiveSyntax(ParseQualifiedName(), default) { Values = ParseRequestValues(first) };
        part = TryTakeWord("fails") ? part with { Fails = ParseName() } : part;
        return part with { Span = SpanFrom(start) };
    }
}
