using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>The name of a field or key, which a colon follows.</summary>
    private NameSyntax TakeName()
    {
        var token = Take();
        return new NameSyntax(_words.Of(TextOf(token)), token.Span);
    }

    private NameSyntax ParseName()
    {
        if (Kind == TokenKind.Word && !AtNextConstruct)
        {
            return TakeName();
        }

        ReportMissing<MissingName>("a name", "write a name here", "");
        return MissingName;
    }

    /// <summary>The name of a declaration, with the one that it had before: `Reader was Customer`.</summary>
    private NameSyntax ParseDeclaredName()
    {
        var name = ParseName();
        return name.IsMissing ? name : WithWas(name);
    }

    private NameSyntax WithWas(NameSyntax name) =>
        AtWord("was") && Peek(1).Kind == TokenKind.Word ? name with { Was = ParseWas() } : name;

    private FormerName ParseWas()
    {
        var start = Take().Span.Start;
        return new FormerName(ParseWholeName().ToString(), SpanFrom(start));
    }

    /// <summary>Names with dots between them.</summary>
    private WholeNameSyntax ParseWholeName()
    {
        var names = ImmutableArray.CreateBuilder<NameSyntax>(2);
        names.Add(ParseName());
        while (TryTake(TokenKind.Dot))
        {
            names.Add(ParseName());
        }

        return new WholeNameSyntax(names.ToImmutable(), SpanFrom(names[0].Span.Start));
    }

    private NameSyntax MissingName => new("", Gap);

    private QualifiedNameSyntax ParseQualifiedName()
    {
        var first = ParseName();
        if (Kind != TokenKind.Dot)
        {
            return new QualifiedNameSyntax(null, first, first.Span);
        }

        Take();
        var name = ParseName();
        return new QualifiedNameSyntax(first, name, SpanFrom(first.Span.Start));
    }

    private ImmutableArray<NameSyntax> ParseNames() => ParseSeparated(static parser => parser.ParseName());

    private ImmutableArray<QualifiedNameSyntax> ParseQualifiedNames() =>
        ParseSeparated(static parser => parser.ParseQualifiedName());

    /// <summary>One or more items with commas between them; a comma that nothing follows is reported.</summary>
    private ImmutableArray<T> ParseSeparated<T>(Func<Parser, T> parseItem)
    {
        var first = parseItem(this);
        if (Kind != TokenKind.Comma)
        {
            return [first];
        }

        var items = ImmutableArray.CreateBuilder<T>();
        items.Add(first);
        while (TryTakeSeparator())
        {
            items.Add(parseItem(this));
        }

        return items.DrainToImmutable();
    }

    private bool TryTakeSeparator()
    {
        if (!TryTake(TokenKind.Comma))
        {
            return false;
        }

        if (Kind is not (TokenKind.CloseBrace or TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.EndOfFile)
            && !AtFieldStart && !AtDeclaration)
        {
            return true;
        }

        ReportStrayComma(Previous.Span);
        return false;
    }

    private void ReportStrayComma(TextSpan comma) => ReportHabit(StrayCommaAt(comma));

    private Diagnostic StrayCommaAt(TextSpan comma) =>
        _report.Finding<StrayComma>(comma, "nothing of the same list follows the `,`")
            .WithHelp("remove it: commas stand only between the items of a list")
            .WithFix(_report.Removing(comma, "remove `,`"));

    /// <summary>Names between braces, such as the fields of a rule.</summary>
    private ImmutableArray<NameSyntax> ParseBracedNames()
    {
        if (!Expect(TokenKind.OpenBrace) && !IsOnThisLine(TokenKind.CloseBrace))
        {
            return [];
        }

        SkipDoubled(TokenKind.OpenBrace);
        var names = ImmutableArray.CreateBuilder<NameSyntax>();
        while (AtBracedName || Kind == TokenKind.Comma)
        {
            names.Add(ParseName());
            if (!TryTakeSeparator() && AtBracedName && IsOnThisLine(TokenKind.CloseBrace))
            {
                ReportMissingComma();
            }
        }

        if (Kind is TokenKind.Word or TokenKind.CloseBrace)
        {
            Expect(TokenKind.CloseBrace);
        }
        else
        {
            CloseWith(TokenKind.CloseBrace);
        }

        return names.DrainToImmutable();
    }

    private bool AtBracedName => Kind == TokenKind.Word && !AtWord("to") && !AtNextConstruct;

    private NumberSyntax? ParseNumber()
    {
        if (Kind is not TokenKind.Integer)
        {
            ReportMissing<MissingNumber>("a number", "write a whole number", "");
            return null;
        }

        var token = Take();
        return new NumberSyntax(ParseWhole(token), token.Span);
    }

    private TextSyntax? ParseText()
    {
        if (Kind != TokenKind.Text)
        {
            ReportMissing<MissingText>("a text", "write a text between double quotation marks", "");
            return null;
        }

        var token = Take();
        return new TextSyntax(PlainText(token), token.Span);
    }
}
