using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>`errors { errors: { "{subject}": messages } }`: the body of what an API refuses.</summary>
public sealed record ErrorsSyntax(ErrorObjectSyntax Body, TextSpan Span) : SyntaxNode(Span);

/// <summary>A value in the body of a refusal.</summary>
public abstract record ErrorValueSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>`{ error: { code: code, message: message } }`.</summary>
public sealed record ErrorObjectSyntax(ImmutableArray<ErrorMemberSyntax> Members, TextSpan Span) : ErrorValueSyntax(Span);

/// <summary>`code`, `message`, `status` or `messages`.</summary>
public sealed record ErrorWordSyntax(NameSyntax Word, TextSpan Span) : ErrorValueSyntax(Span);

/// <summary>A text that is always the same.</summary>
public sealed record ErrorTextSyntax(TextSyntax Text, TextSpan Span) : ErrorValueSyntax(Span);

/// <summary>`message: message`, or `"{subject}": messages` with a member for each subject.</summary>
public sealed record ErrorMemberSyntax(ErrorValueSyntax Value, TextSpan Span) : SyntaxNode(Span)
{
    public NameSyntax? Name { get; init; }

    /// <summary>The text in place of a name; its hole is the subject.</summary>
    public ExpressionSyntax? Subject { get; init; }
}

/// <summary>`refusals { Taken status 409 message "is taken" }`: what an API answers instead of the usual.</summary>
public sealed record RefusalsSyntax(ImmutableArray<RefusalSyntax> Items, TextSpan Span) : SyntaxNode(Span);

/// <summary>`Taken status 409 message "is taken" about "name"`: each part may be left out.</summary>
public sealed record RefusalSyntax(NameSyntax Name, TextSpan Span) : SyntaxNode(Span)
{
    public NumberSyntax? Status { get; init; }

    public TextSyntax? Message { get; init; }

    /// <summary>The subject, where no member of the request is.</summary>
    public TextSyntax? About { get; init; }
}
