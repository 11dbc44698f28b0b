using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private AccessSyntax ParseAccess(int start)
    {
        Take();
        if (TryTakeWord("as"))
        {
            return new AccessSyntax([], ParseName(), false, SpanFrom(start));
        }

        if (TryTakeWord("internal"))
        {
            return new AccessSyntax([], null, true, SpanFrom(start));
        }

        if (Kind == TokenKind.Word && !IsFirstOnLine(_position) && OperationAt(Current) is null && !AtWord("never"))
        {
            ExpectWord("as");
            return new AccessSyntax([], ParseName(), false, SpanFrom(start));
        }

        var rules = ImmutableArray.CreateBuilder<AccessRuleSyntax>();
        var block = OpenBlock("`access`");
        while (InBlock(ref block) && !AtMember)
        {
            if (ParseAccessRule() is { } rule)
            {
                rules.Add(rule);
            }
        }

        CloseBlock(block);
        return new AccessSyntax(rules.DrainToImmutable(), null, false, SpanFrom(start));
    }

    private AccessRuleSyntax? ParseAccessRule()
    {
        var start = Current.Span.Start;
        if (TryTakeWord("never"))
        {
            return new AccessRuleSyntax(ParseOperations(), SpanFrom(start)) { IsNever = true };
        }

        if (Kind != TokenKind.Word)
        {
            return null;
        }

        if (!Vocabulary.Operations.Contains(TextOf(Current)))
        {
            SkipUnknownWord("`access`", ["read", "create", "update", "delete", "never"]);
            return null;
        }

        var rule = new AccessRuleSyntax(ParseOperations(), default);
        rule = ParseRuleFields(rule);
        rule = ExpectWord("to") ? WithAudience(rule, ParseAudience()) : rule;
        var where = AtWord("where") && AtRuleStart(_position + 1) ? ParseEmptyWhere() : ParseWhere();
        return rule with { Where = where, Span = SpanFrom(start) };
    }

    /// <summary>The line starts with the operations of another rule, which a role or an expression must not take.</summary>
    private bool AtRuleStart(int position)
    {
        var token = _tokens[Math.Min(position, _tokens.Length - 1)];
        var next = _tokens[Math.Min(position + 1, _tokens.Length - 1)];
        var goesOn = next.Kind is TokenKind.OpenBrace or TokenKind.Comma || IsWord(next, "to") || IsWord(next, "except");
        return IsFirstOnLine(position)
            && ((OperationAt(token) is not null && goesOn) || (IsWord(token, "never") && OperationAt(next) is not null));
    }

    private MissingExpressionSyntax ParseEmptyWhere()
    {
        Take();
        return MissingExpression();
    }

    private ImmutableArray<OperationSyntax> ParseOperations()
    {
        var operations = ImmutableArray.CreateBuilder<OperationSyntax>(2);
        do
        {
            if (OperationAt(Current) is not { } operation)
            {
                ReportUnknownWord("among operations", Vocabulary.Operations.All);
                break;
            }

            operations.Add(new OperationSyntax(operation, Take().Span));
            if (Kind == TokenKind.Word && OperationAt(Current) is not null && !IsFirstOnLine(_position))
            {
                ReportMissingComma();
                continue;
            }

            if (!TryTakeSeparator())
            {
                break;
            }
        }
        while (true);
        return operations.DrainToImmutable();
    }

    private Operation? OperationAt(Token token) => TextOf(token) switch
    {
        "read" => Operation.Read,
        "create" => Operation.Create,
        "update" => Operation.Update,
        "delete" => Operation.Delete,
        _ => null,
    };

    private AccessRuleSyntax ParseRuleFields(AccessRuleSyntax rule)
    {
        var isExcept = TryTakeWord("except");
        var isBraceMissing = Kind == TokenKind.Word && !AtWord("to") && AtNamesAndBrace;
        return isExcept || isBraceMissing || Kind == TokenKind.OpenBrace
            ? rule with { IsExcept = isExcept, Fields = ParseBracedNames() }
            : rule;
    }

    /// <summary>Names, a closing brace and `to`: only the opening brace is missing.</summary>
    private bool AtNamesAndBrace
    {
        get
        {
            var distance = 0;
            while (Peek(distance).Kind is TokenKind.Word or TokenKind.Comma && distance < 24)
            {
                distance++;
            }

            return Peek(distance).Kind == TokenKind.CloseBrace && IsWord(Peek(distance + 1), "to");
        }
    }

    /// <summary>Whom something is allowed to, as written behind `to`.</summary>
    private readonly record struct WrittenAudience(
        AudienceKind Kind, TextSpan Span, ImmutableArray<QualifiedNameSyntax> Roles);

    private static AccessRuleSyntax WithAudience(AccessRuleSyntax rule, WrittenAudience audience) =>
        rule with { Audience = audience.Kind, AudienceSpan = audience.Span, Roles = audience.Roles };

    private void ReportOrBetweenRoles(Token word) =>
        ReportHabit(_report.Finding<MissingComma>(word.Span, "`or` stands where `,` separates the roles")
            .WithHelp("write `,`")
            .WithFix(_report.Replacing(WithSpaceBefore(word.Span), ",", "write `,`")));

    private WrittenAudience ParseAudience()
    {
        var start = Current.Span.Start;
        if (TryTakeWord("anyone"))
        {
            return new WrittenAudience(AudienceKind.Anyone, SpanFrom(start), []);
        }

        if (TryTakeWord("signed"))
        {
            ExpectWord("in");
            return new WrittenAudience(AudienceKind.SignedIn, SpanFrom(start), []);
        }

        if (AtRuleStart(_position))
        {
            ReportMissing<MissingName>("a role", "write the roles, `signed in` or `anyone`", "");
            return new WrittenAudience(default, default, []);
        }

        var roles = ParseQualifiedNames();
        while (AtWord("or") && Peek(1).Kind == TokenKind.Word && !IsFirstOnLine(_position))
        {
            ReportOrBetweenRoles(Take());
            roles = roles.AddRange(ParseQualifiedNames());
        }

        return new WrittenAudience(AudienceKind.Roles, SpanFrom(start), roles);
    }
}
