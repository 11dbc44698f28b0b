using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private ImmutableArray<ModifierSyntax> ParseModifiers()
    {
        if (!AtModifier)
        {
            return [];
        }

        var modifiers = ImmutableArray.CreateBuilder<ModifierSyntax>(2);
        while (AtModifier)
        {
            if (ParseModifier(Current.Span.Start) is { } modifier)
            {
                modifiers.Add(modifier);
            }
        }

        return modifiers.DrainToImmutable();
    }

    /// <summary>A modifier follows, or a word that stands where one should.</summary>
    private bool AtModifier => Kind switch
    {
        TokenKind.Assign => true,
        TokenKind.Word => Peek(1).Kind is not (TokenKind.Colon or TokenKind.Question) && AtModifierWord,
        TokenKind.Foreign => TextOf(Current) is "@",
        TokenKind.Question => true,
        TokenKind.GreaterOrEqual or TokenKind.LessOrEqual => true,
        _ => false,
    };

    private bool AtModifierWord
    {
        get
        {
            var word = TextOf(Current);
            if (word is "unique")
            {
                return !AtUniqueRule;
            }

            return Vocabulary.Modifiers.Contains(word)
                || (!IsFirstOnLine(_position)
                    && !Vocabulary.Members.Contains(word)
                    && !Vocabulary.Declarations.Contains(word)
                    && !(_isSlotOutput && (Vocabulary.SlotParts.Contains(word) || word is "can"))
                    && !Vocabulary.Scalars.Contains(TextOf(Peek(1))));
        }
    }

    /// <summary>`unique Name "…" {` is a rule of the entity, not a word of the field before it.</summary>
    private bool AtUniqueRule
    {
        get
        {
            var name = Peek(1);
            return name.Kind == TokenKind.Word
                && Peek(2).Kind != TokenKind.Colon
                && (char.IsUpper(TextOf(name)[0]) || (Peek(2).Kind == TokenKind.Text && Peek(3).Kind == TokenKind.OpenBrace));
        }
    }

    private ModifierSyntax? ParseModifier(int start)
    {
        switch (Kind)
        {
            case TokenKind.Assign:
                Take();
                SkipDoubled(TokenKind.Assign);
                return new DefaultSyntax(ParseExpression(), SpanFrom(start));
            case TokenKind.Foreign:
                return ParseAttribute();
            case TokenKind.GreaterOrEqual or TokenKind.LessOrEqual:
                return ParseComparedBound(start);
            case TokenKind.Question:
                ReportLateQuestionMark(Take());
                return null;
            default:
                return ParseModifierWord(start);
        }
    }

    private ModifierSyntax? ParseModifierWord(int start)
    {
        switch (TextOf(Current))
        {
            case "min":
                return ParseBound(BoundKind.Min, start);
            case "max":
                return ParseBound(BoundKind.Max, start);
            case "length":
                return ParseBound(BoundKind.Length, start);
            case "unique":
                return ParseFlag(FlagKind.Unique);
            case "readonly":
                return ParseFlag(FlagKind.Readonly);
            case "personal":
                return ParseFlag(FlagKind.Personal);
            case "owned":
                return ParseFlag(FlagKind.Owned);
            case "linked":
                return ParseFlag(FlagKind.Linked);
            case "not" or "NOT" when IsWord(Peek(1), "null") || IsWord(Peek(1), "NULL"):
                ReportNotNull(Take().Span.To(Take().Span));
                return null;
            case "not":
                return ParseWords(FlagKind.NotBlank, "blank");
            case "blank":
                return ParseWords(FlagKind.BlankAsNull, "as", "null");
            case "matches":
                return ParsePattern(start);
            case "types":
                Take();
                return new FileTypesSyntax(ParseTexts(), SpanFrom(start));
            case "inverse":
                Take();
                return new InverseSyntax(ParseName(), SpanFrom(start));
            case "was":
                return new WasModifierSyntax(ParseWas(), SpanFrom(start));
            case "on":
                return ParseOn(start);
            case "computed":
                Take();
                return new ComputedSyntax(ParseBracedExpression("`computed`"), SpanFrom(start));
            case "generated":
                return ParseGenerated(start);
            default:
                ReportUnknownWord("after a type", Vocabulary.Modifiers.All);
                SkipToModifier();
                return null;
        }
    }

    private BoundSyntax ParseBound(BoundKind kind, int start)
    {
        Take();
        var value = ParseUnary();
        return new BoundSyntax(kind, value, SpanFrom(start));
    }

    private FlagSyntax ParseFlag(FlagKind kind) => new(kind, Take().Span);

    private FlagSyntax ParseWords(FlagKind kind, params ReadOnlySpan<string> following)
    {
        var start = Take().Span.Start;
        foreach (var word in following)
        {
            ExpectWord(word);
        }

        return new FlagSyntax(kind, SpanFrom(start));
    }

    private PatternSyntax? ParsePattern(int start)
    {
        Take();
        ExpectWord("pattern");
        if (Kind != TokenKind.Text)
        {
            ReportMissing<MissingText>("the pattern", "write the pattern between double quotation marks", "");
            return null;
        }

        var token = Take();
        return new PatternSyntax(RawText(token), token.Span, SpanFrom(start));
    }

    private ImmutableArray<TextSyntax> ParseTexts()
    {
        var texts = ImmutableArray.CreateBuilder<TextSyntax>();
        do
        {
            if (ParseText() is { } text)
            {
                texts.Add(text);
            }
        }
        while (TryTakeSeparator());
        return texts.DrainToImmutable();
    }

    private ModifierSyntax? ParseOn(int start)
    {
        Take();
        if (TryTakeWord("update"))
        {
            return new OnUpdateSyntax(ParseExpression(), SpanFrom(start));
        }

        if (!ExpectWord("delete"))
        {
            return null;
        }

        DeleteRule? rule = TextOf(Current) switch
        {
            "restrict" => DeleteRule.Restrict,
            "cascade" => DeleteRule.Cascade,
            "clear" => DeleteRule.Clear,
            _ => null,
        };
        if (rule is null && AtWord("set") && IsWord(Peek(1), "null"))
        {
            ReportSetNull(Take().Span.To(Take().Span));
            return new OnDeleteSyntax(DeleteRule.Clear, SpanFrom(start));
        }

        if (rule is null)
        {
            ReportUnknownWord("after `on delete`", ["restrict", "cascade", "clear"]);
            return null;
        }

        Take();
        return new OnDeleteSyntax(rule.Value, SpanFrom(start));
    }

    private GeneratedSyntax ParseGenerated(int start)
    {
        Take();
        if (TryTakeWord("sequence"))
        {
            return new GeneratedSyntax(null, SpanFrom(start));
        }

        if (Kind == TokenKind.Text)
        {
            return new GeneratedSyntax(ParseTextExpression(), SpanFrom(start));
        }

        ReportMissing<MissingText>("a text or `sequence`", "write a text such as `\"ORD-{sequence}\"`", "");
        return new GeneratedSyntax(new MissingExpressionSyntax(Gap), SpanFrom(start));
    }
}
