using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private EntitySyntax ParseEntity(int start)
    {
        Take();
        var entity = ParseEntityWords(new EntitySyntax(ParseDeclaredName(), [], default));
        var members = ImmutableArray.CreateBuilder<MemberSyntax>();
        var block = OpenBlock(Owner("entity", entity.Name));
        while (InBlock(ref block))
        {
            if (ParseMember() is { } member)
            {
                members.Add(member);
                SkipFieldSeparator();
            }
        }

        CloseBlock(block);
        return entity with { Members = members.DrainToImmutable(), Span = SpanFrom(start) };
    }

    private EntitySyntax ParseEntityWords(EntitySyntax entity)
    {
        while (Kind == TokenKind.Word && (!IsFirstOnLine(_position) || AtWord("principal") || AtWord("plural")))
        {
            var word = Current;
            switch (TextOf(word))
            {
                case "principal":
                    Take();
                    ReportRepeated(word, entity.IsPrincipal);
                    entity = entity with { IsPrincipal = true };
                    break;
                case "plural":
                    Take();
                    ReportRepeated(word, entity.Plural is not null);
                    entity = entity with { Plural = ParseText() };
                    break;
                default:
                    ReportUnknownWord("after the name of an entity", ["principal", "plural"]);
                    Take();
                    break;
            }
        }

        return entity;
    }

    private MemberSyntax? ParseMember()
    {
        var start = Current;
        if (AtFieldStart)
        {
            return ParseField();
        }

        var member = ParseMemberAt(start.Span.Start);
        if (member is null or FieldSyntax)
        {
            return member;
        }

        var documentation = Documentation(start);
        return documentation.Length == 0 ? member : member with { Documentation = documentation };
    }

    private MemberSyntax? ParseMemberAt(int start) => TextOf(Current) switch
    {
        "check" => ParseCheck(start),
        "unique" => ParseUnique(start),
        "exclusive" => ParseExclusive(start),
        "index" => ParseIndex(start),
        "search" => ParseSearch(start),
        "public" => ParsePublicFields(start),
        "access" => ParseAccess(start),
        _ => ParseForeignMember("an entity"),
    };

    private FieldSyntax ParseField()
    {
        var documentation = Documentation(Current);
        var name = TakeName();
        Take();
        return ParseFieldAfterColon(name, documentation);
    }

    private FieldSyntax ParseFieldAfterColon(NameSyntax name, string documentation)
    {
        var type = ParseTypeRef();
        var modifiers = ParseModifiers();
        return new FieldSyntax(name, type, modifiers, SpanFrom(name.Span.Start)) { Documentation = documentation };
    }

    private CheckSyntax ParseCheck(int start)
    {
        Take();
        var name = ParseDeclaredName();
        var message = ParseText();
        return new CheckSyntax(name, message, ParseBracedExpression("the check"), SpanFrom(start));
    }

    private UniqueSyntax ParseUnique(int start)
    {
        Take();
        var name = ParseDeclaredName();
        var message = ParseText();
        _bracket = _position;
        Expect(TokenKind.OpenBrace);
        var fields = ParseNames();
        var where = ParseWhere();
        CloseExpression("the rule");
        return new UniqueSyntax(name, message, fields, where, SpanFrom(start));
    }

    private ExclusiveSyntax ParseExclusive(int start)
    {
        Take();
        var name = ParseDeclaredName();
        var message = ParseText();
        _bracket = _position;
        Expect(TokenKind.OpenBrace);
        var fields = AtWord("during") && !IsWord(Peek(1), "during") ? [] : ParseNames();
        ExpectWord("during");
        var from = ParseName();
        ExpectWord("until");
        var until = ParseName();
        var where = ParseWhere();
        CloseExpression("the rule");
        return new ExclusiveSyntax(name, message, fields, from, until, where, SpanFrom(start));
    }

    private IndexSyntax ParseIndex(int start)
    {
        Take();
        return new IndexSyntax(ParseSortKeys(), SpanFrom(start));
    }

    private SearchSyntax ParseSearch(int start)
    {
        Take();
        var fields = ParseSeparated(static parser => parser.ParsePath());
        var search = new SearchSyntax(fields, SpanFrom(start));
        if (AtWord("language") && Peek(1).Kind == TokenKind.Text)
        {
            ReportLanguage();
        }

        return search;
    }

    private void ReportLanguage()
    {
        var start = Take().Span.Start;
        ParseText();
        var written = SpanFrom(start);
        ReportHabit(_report.Finding<SearchLanguage>(written, "a search has no language: it finds words by how they begin")
            .WithHelp("remove it")
            .WithFix(_report.Removing(WithSpaceBefore(written), "remove the language")));
    }

    private PublicFieldsSyntax ParsePublicFields(int start)
    {
        Take();
        return new PublicFieldsSyntax(ParseBracedNames(), SpanFrom(start));
    }
}
