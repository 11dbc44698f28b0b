using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private ShapeSyntax ParseShape(int start)
    {
        Take();
        var name = ParseDeclaredName();
        ExpectWord("of");
        var shape = new ShapeSyntax(name, ParseQualifiedName(), null, [], default);
        if (Kind == TokenKind.Assign || (Kind == TokenKind.Word && (IsWord(Peek(1), "with") || IsWord(Peek(3), "with"))))
        {
            Expect(TokenKind.Assign);
            shape = shape with { Extends = ParseQualifiedName() };
            ExpectWord("with");
        }

        var fields = ImmutableArray.CreateBuilder<ShapeFieldSyntax>();
        ParseItems(Owner("shape", name), () => fields.Add(ParseShapeField()));
        return shape with { Fields = fields.DrainToImmutable(), Span = SpanFrom(start) };
    }

    private ShapeFieldSyntax ParseShapeField()
    {
        var documentation = Documentation(Current);
        var name = TakeName();
        QualifiedNameSyntax? nested = null;
        ExpressionSyntax value = new NameExpressionSyntax(name, name.Span);
        if (TryTake(TokenKind.Colon) || TryMissColon(name))
        {
            nested = ParseNestedShape();
            value = ParseExpression();
        }

        var isWhenAllowed = TryTakeWord("when") && ExpectWord("allowed");
        return new ShapeFieldSyntax(name, nested, value, isWhenAllowed, SpanFrom(name.Span.Start))
        {
            Documentation = documentation,
        };
    }

    /// <summary>`author PersonCard of author`: more than a name follows, so a colon is missing, not a comma.</summary>
    private bool TryMissColon(NameSyntax name)
    {
        var isValue = Kind == TokenKind.Word
            && !IsFirstOnLine(_position)
            && !AtWord("when")
            && Peek(1).Kind is not (TokenKind.Comma or TokenKind.CloseBrace or TokenKind.Colon);
        if (isValue)
        {
            ReportMissingColon(name);
        }

        return isValue;
    }

    /// <summary>`PersonCard of` or `Accounts.PersonCard of` before the value of a key.</summary>
    private QualifiedNameSyntax? ParseNestedShape()
    {
        var isQualified = Peek(1).Kind == TokenKind.Dot && Peek(2).Kind == TokenKind.Word && IsWord(Peek(3), "of");
        if (Kind != TokenKind.Word || !(isQualified || IsWord(Peek(1), "of")))
        {
            return null;
        }

        var shape = ParseQualifiedName();
        Take();
        return shape;
    }
}
