using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>The declaration before this place has a finding.</summary>
    private bool _isLastBroken;

    /// <summary>What stands where a declaration should and is none: understood, or reported and skipped.</summary>
    private EntitySyntax? ParseForeignDeclaration(int start)
    {
        if (Kind == TokenKind.Word && Peek(1).Kind == TokenKind.Word && ForeignWords.IsEntity(TextOf(Current)))
        {
            // A `public` before it goes as well: an entity says by its fields what is public.
            var span = TextSpan.FromBounds(start, Current.Span.End);
            ReportHabit(_report.Finding<ForeignDeclaration>(Current.Span, $"{Show(Current)} does not open a declaration")
                .WithHelp("write `entity`, or `type` for a value without rows of its own")
                .WithFix(_report.Replacing(span, "entity", "write `entity`")));
            return ParseEntity(start);
        }

        if (Kind == TokenKind.Foreign && TextOf(Current) is "@")
        {
            ParseAttribute();
            return null;
        }

        ReportUnknownDeclaration();
        SkipDeclaration();
        return null;
    }

    private void ReportUnknownDeclaration()
    {
        if (_isLastBroken && SeemsPartOfDeclaration)
        {
            return;
        }

        _isLastBroken |= SeemsPartOfDeclaration;
        if (Kind == TokenKind.CloseBrace)
        {
            Report(_report.Finding<UnexpectedClosingBrace>(Current.Span, "`}` closes nothing")
                .WithHelp("remove it, or the one before it that closes too much")
                .WithFix(_report.Removing(Current.Span, "remove `}`")));
            return;
        }

        if (AtFieldStart || AtMemberWord)
        {
            Report(_report.Finding<UnexpectedText>(Current.Span, $"{Show(Current)} stands outside of any declaration")
                .WithHelp("move it into one, or remove the `}` before it that closes too much"));
            return;
        }

        var found = _report.Finding<UnknownDeclaration>(Current.Span, $"{Show(Current)} does not open a declaration");
        ReportWord(WithNearestWord(found, Current, Vocabulary.Declarations.All));
    }

    /// <summary>What stands here is left over from the declaration before, which is reported already.</summary>
    private bool SeemsPartOfDeclaration =>
        Kind != TokenKind.Word
        || AtFieldStart
        || AtMemberWord
        || OperationAt(Current) is not null
        || TextOf(Current) is "gives" or "expose" or "never";

    /// <summary>Reads up to the next declaration, or over one whole block that a new line follows.</summary>
    private void SkipDeclaration()
    {
        var open = 0;
        var hasClosed = false;
        do
        {
            open = Math.Max(0, open + (Kind == TokenKind.OpenBrace ? 1 : Kind == TokenKind.CloseBrace ? -1 : 0));
            hasClosed = Take().Kind == TokenKind.CloseBrace && open == 0;
        }
        while (Kind != TokenKind.EndOfFile && !AtDeclaration && !(hasClosed && open == 0 && IsFirstOnLine(_position)));
    }

    /// <summary>Whether `public` may stand before this declaration; where it may not, it is reported.</summary>
    private bool IsPrefixAllowed(DeclarationSyntax declaration, Token prefix)
    {
        if (declaration is TypeSyntax or EnumSyntax or FunctionSyntax or ShapeSyntax or ActionSyntax or EventSyntax)
        {
            return true;
        }

        if (declaration is EntitySyntax entity)
        {
            ReportPublicEntity(entity, prefix);
        }
        else
        {
            var found = _report.Finding<MisplacedPublic>(prefix.Span, "`public` has no meaning before this declaration");
            ReportHabit(found.WithHelp("remove it").WithFix(_report.Removing(WithSpace(prefix), "remove `public`")));
        }

        return false;
    }

    /// <summary>An entity is public by its member `public { … }`, which says what the other modules see.</summary>
    private void ReportPublicEntity(EntitySyntax entity, Token prefix)
    {
        var words = _source.Text.AsSpan(prefix.Span.End, entity.Name.Span.Start - prefix.Span.End);
        if (!words.Contains("entity", StringComparison.Ordinal))
        {
            return;
        }

        var found = _report.Finding<MisplacedPublic>(prefix.Span, "an entity is public by the fields that it lists")
            .WithHelp("write the member `public { … }` with the fields that other modules see");
        var isClosed = entity.Span.End > 0 && _source.Text[entity.Span.End - 1] == '}';
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        edits.Add(new TextEdit(_source.Path, WithSpace(prefix), ""));
        if (isClosed && !entity.Members.Any(member => member is PublicFieldsSyntax))
        {
            var end = IsFirstOnLine(_position - 1) ? "\n" : " ";
            edits.Add(new TextEdit(_source.Path, new TextSpan(entity.Span.End - 1, 0), "  public { }" + end));
        }

        ReportHabit(found.WithFix(new Fix(FixSafety.Safe, "write `public { }` in the entity", new(edits.DrainToImmutable()))));
    }

    /// <summary>The place of a token and of the white space up to the next one.</summary>
    private TextSpan WithSpace(Token token)
    {
        var end = token.Span.End;
        while (end < _source.Text.Length && _source.Text[end] == ' ')
        {
            end++;
        }

        return TextSpan.FromBounds(token.Span.Start, end);
    }

    private void ReportTypeWithEquals(Token equals) =>
        ReportHabit(_report.Finding<TypeWithEquals>(equals.Span, "no `=` stands before the fields of a type")
            .WithHelp("remove it, or write `entity` if its rows have a life of their own")
            .WithFix(_report.Removing(WithSpace(equals), "remove `=`")));
}
