using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>
/// `start at "/callbacks/paid" verified by hmac of Payments.callbackKey header "X-Signature" hex once by delivery`.
/// </summary>
public sealed record CallbackSyntax(TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>Where the outside service calls.</summary>
    public TextSyntax? Path { get; init; }

    /// <summary>What stands behind `verified by`.</summary>
    public NameSyntax? Method { get; init; }

    /// <summary>The settings that hold the keys, `Payments.callbackKey`.</summary>
    public ImmutableArray<QualifiedNameSyntax> Keys { get; init; } = [];

    /// <summary>The header that carries the signature.</summary>
    public TextSyntax? Header { get; init; }

    /// <summary>How the signature is written: `hex` or `base64`.</summary>
    public NameSyntax? Form { get; init; }

    /// <summary>`timestamp "X-Timestamp" within 5m`: the header that carries when it was signed.</summary>
    public TextSyntax? Timestamp { get; init; }

    /// <summary>How far the clocks may be apart.</summary>
    public ExpressionSyntax? Tolerance { get; init; }

    /// <summary>The input by which a delivery is known again.</summary>
    public NameSyntax? Once { get; init; }

    /// <summary>`unknown members ignored`.</summary>
    public bool IgnoresUnknownMembers { get; init; }
}
