using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private void ReportUnknownWord(string place, ImmutableArray<string> known)
    {
        if (Kind == TokenKind.Word && !AtNextConstruct)
        {
            var found = _report.Finding<UnknownWord>(Current.Span, $"{Show(Current)} has no meaning {place}");
            ReportWord(WithNearestWord(found, Current, known));
            return;
        }

        ReportMissing<MissingWord>("a word", HelpWith(known), "");
    }

    /// <summary>Reports the current word and reads over what belongs to it; other tokens are left to the block.</summary>
    private void SkipUnknownWord(string owner, ImmutableArray<string> known)
    {
        if (Kind == TokenKind.Word)
        {
            ReportUnknownWord($"in {owner}", known);
            SkipItem(known);
        }
    }

    private Diagnostic WithNearestWord(Diagnostic found, Token token, ImmutableArray<string> known)
    {
        var isWord = token.Kind == TokenKind.Word && token.Span.Length < 40;
        var nearest = isWord ? NearestNames.Of(TextOf(token).ToString(), known) : [];
        if (nearest.Count == 0)
        {
            return found.WithHelp(HelpWith(known));
        }

        return found.WithNearest(nearest)
            .WithHelp($"use `{nearest[0]}`")
            .WithFix(_report.Replacing(token.Span, nearest[0], $"replace {Show(token)} with `{nearest[0]}`"));
    }

    private static string HelpWith(ImmutableArray<string> known) => known.IsEmpty
        ? "write a field, as in `name: type`"
        : $"use {(known.Length > 1 ? "one of " : "")}{string.Join(", ", known.Select(word => $"`{word}`"))}";

    /// <summary>What stands where a field or member should, as a field where that can be seen.</summary>
    private FieldSyntax? ParseForeignMember(string owner)
    {
        if (Kind == TokenKind.Foreign && TextOf(Current) is "@")
        {
            ParseAttribute();
            return null;
        }

        if (Kind != TokenKind.Word)
        {
            return null;
        }

        if (Peek(1).Kind == TokenKind.Question && Peek(2).Kind == TokenKind.Colon)
        {
            return ParseEarlyQuestionMark();
        }

        if (AtFieldWithoutColon)
        {
            return ParseFieldWithoutColon();
        }

        if (AtTypeBeforeName)
        {
            return ParseTypeBeforeName();
        }

        ReportUnknownWord($"in {owner}", owner == "an entity" ? Vocabulary.Members.All : []);
        SkipMember();
        return null;
    }

    /// <summary>A name and then what looks like a type, and not like the name and message of a rule.</summary>
    private bool AtFieldWithoutColon
    {
        get
        {
            var type = Peek(1);
            if (type.Kind == TokenKind.OpenBracket)
            {
                return true;
            }

            return type.Kind == TokenKind.Word
                && Peek(2).Kind is not (TokenKind.Text or TokenKind.OpenBrace or TokenKind.Colon)
                && LooksLikeType(TextOf(type));
        }
    }

    private static bool LooksLikeType(ReadOnlySpan<char> word) =>
        Vocabulary.Scalars.Contains(word) || ForeignTypes.Knows(word) || char.IsUpper(word[0]);

    private FieldSyntax ParseFieldWithoutColon()
    {
        var documentation = Documentation(Current);
        var name = TakeName();
        ReportMissingColon(name);
        return ParseFieldAfterColon(name, documentation);
    }

    /// <summary>`Species species`: a type and behind it, in the same line, what is no word of a field.</summary>
    private bool AtTypeBeforeName =>
        LooksLikeType(TextOf(Current))
        && Peek(1).Kind == TokenKind.Word
        && char.IsLower(TextOf(Peek(1))[0])
        && !IsFirstOnLine(_position + 1)
        && !Vocabulary.Modifiers.Contains(TextOf(Peek(1)))
        && Peek(2).Kind is not (TokenKind.Text or TokenKind.OpenBrace or TokenKind.Colon);

    private FieldSyntax ParseTypeBeforeName()
    {
        var documentation = Documentation(Current);
        var type = new TypeRefSyntax(ParseQualifiedName(), default);
        type = type with { Span = type.Name.Span };
        var name = TakeName();
        var span = type.Span.To(name.Span);
        var text = $"{name.Text}: {_source.Slice(type.Span)}";
        var message = $"the type stands before the name {UnreadableText.Show(name.Text)}";
        ReportUnlessBroken(_report.Finding<MissingColon>(span, message)
            .WithHelp($"write `{text}`")
            .WithFix(_report.Replacing(span, text, $"write `{text}`")));
        _typeEnd = name.Span.End;
        return new FieldSyntax(name, type, ParseModifiers(), SpanFrom(type.Span.Start)) { Documentation = documentation };
    }

    private void ReportMissingColon(NameSyntax name) =>
        ReportUnlessBroken(_report.Finding<MissingColon>(name.Span, $"`:` is missing after {UnreadableText.Show(name.Text)}")
            .WithHelp("write `:` behind the name")
            .WithFix(_report.Inserting(name.Span.End, ":", "insert `:`")));

    private FieldSyntax ParseEarlyQuestionMark()
    {
        var documentation = Documentation(Current);
        var name = TakeName();
        var mark = Take();
        Take();
        var type = ParseTypeRef();
        var edits = ImmutableArray.Create(new TextEdit(_source.Path, mark.Span, ""));
        edits = type.IsOptional ? edits : edits.Add(new TextEdit(_source.Path, new TextSpan(type.Span.End, 0), "?"));
        ReportQuestionMark(mark, edits);
        var modifiers = ParseModifiers();
        return new FieldSyntax(name, type with { IsOptional = true }, modifiers, SpanFrom(name.Span.Start))
        {
            Documentation = documentation,
        };
    }

    private void ReportQuestionMark(Token mark, ImmutableArray<TextEdit> edits) =>
        ReportHabit(_report.Finding<MisplacedQuestionMark>(mark.Span, "`?` does not stand right after the type")
            .WithHelp("write it behind the type, as in `date?`")
            .WithFix(new Fix(FixSafety.Safe, "move `?` behind the type", new(edits))));

    private void SkipFieldSeparator()
    {
        while (Kind == TokenKind.Comma)
        {
            ReportStrayComma(Take().Span);
        }
    }

    /// <summary>Reads over an unknown word after a type and what belongs to it, up to the next word that is known.</summary>
    private void SkipToModifier() => SkipUntil(() => AtFieldStart || AtKnownModifier || AtItemEnd([]));

    private bool AtKnownModifier =>
        Kind == TokenKind.Assign || (Kind == TokenKind.Word && (Vocabulary.Modifiers.Contains(TextOf(Current)) || AtMemberWord));
}
