using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private TypeSyntax ParseTypeDeclaration(int start)
    {
        Take();
        var name = ParseDeclaredName();
        if (Kind == TokenKind.Assign && Peek(1).Kind != TokenKind.OpenBrace)
        {
            Take();
            var alias = ParseTypeRef();
            return new TypeSyntax(name, alias, ParseModifiers(), [], SpanFrom(start));
        }

        if (Kind == TokenKind.Assign)
        {
            ReportTypeWithEquals(Take());
        }

        var fields = ParseFields(Owner("type", name));
        return new TypeSyntax(name, null, [], fields, SpanFrom(start));
    }

    /// <summary>The fields of a value type: like those of an entity, nothing stands between them.</summary>
    private ImmutableArray<FieldSyntax> ParseFields(string owner)
    {
        var fields = ImmutableArray.CreateBuilder<FieldSyntax>();
        var block = OpenBlock(owner);
        while (InBlock(ref block))
        {
            if ((AtFieldStart ? ParseField() : ParseForeignMember(owner)) is { } field)
            {
                fields.Add(field);
                SkipFieldSeparator();
            }
        }

        CloseBlock(block);
        return fields.DrainToImmutable();
    }

    private EnumSyntax ParseEnum(int start)
    {
        Take();
        var name = ParseDeclaredName();
        var values = ImmutableArray.CreateBuilder<EnumValueSyntax>();
        ParseItems(Owner("enum", name), () =>
        {
            var documentation = Documentation(Current);
            var value = WithWas(TakeName());
            values.Add(new EnumValueSyntax(value, documentation, SpanFrom(value.Span.Start)));
        });
        return new EnumSyntax(name, values.DrainToImmutable(), SpanFrom(start));
    }

    private TypeRefSyntax ParseTypeRef()
    {
        var start = Current.Span.Start;
        if (Kind == TokenKind.OpenBracket && Peek(1).Kind != TokenKind.CloseBracket)
        {
            return ParseBracketedList();
        }

        if (Kind != TokenKind.Word || AtNextConstruct || AtBound)
        {
            ReportMissing<MissingType>("a type", "write a type, such as `text max 200`", "");
            return ParseTypeSuffixes(new TypeRefSyntax(new QualifiedNameSyntax(null, MissingName, Gap), Gap));
        }

        if (AtWord("state") && (Peek(1).Kind == TokenKind.OpenBrace || IsWord(Peek(1), "initial")))
        {
            return ParseState();
        }

        var type = new TypeRefSyntax(ParseQualifiedName(), default);
        type = ParseTypeSuffixes(type);
        _typeEnd = Previous.Span.End;
        return ReplaceForeignType(type with { Span = SpanFrom(start) });
    }

    /// <summary>`max 200` where the type should stand.</summary>
    private bool AtBound => Peek(1).Kind == TokenKind.Integer && TextOf(Current) is "min" or "max" or "length";

    private TypeRefSyntax ParseTypeSuffixes(TypeRefSyntax type)
    {
        while (true)
        {
            switch (Kind)
            {
                case TokenKind.OpenParenthesis:
                    type = type with { Arguments = ParseTypeArguments() };
                    break;
                case TokenKind.Question:
                    Take();
                    type = type with { IsOptional = true };
                    break;
                case TokenKind.OpenBracket:
                    Take();
                    Expect(TokenKind.CloseBracket);
                    type = type with { IsList = true };
                    break;
                case TokenKind.Foreign when TextOf(Current) is "!":
                    ReportRequiredMark(Take());
                    break;
                case TokenKind.Foreign when TextOf(Current) is "|":
                    type = ParseNullUnion(type);
                    break;
                case TokenKind.Less:
                    return ParseGenericList(type);
                default:
                    return type;
            }
        }
    }

    private ImmutableArray<NumberSyntax> ParseTypeArguments()
    {
        Take();
        var numbers = ImmutableArray.CreateBuilder<NumberSyntax>();
        do
        {
            if (ParseNumber() is { } number)
            {
                numbers.Add(number);
            }
        }
        while (TryTakeSeparator());
        if (IsOnThisLine(TokenKind.CloseParenthesis))
        {
            CloseWith(TokenKind.CloseParenthesis);
        }
        else
        {
            Expect(TokenKind.CloseParenthesis);
        }

        return numbers.DrainToImmutable();
    }

    private TypeRefSyntax ParseState()
    {
        var word = Take();
        var name = new NameSyntax(_words.Of(TextOf(word)), word.Span);
        var state = new StateSyntax([], [], [], default);
        var transitions = ImmutableArray.CreateBuilder<TransitionSyntax>();
        var block = OpenBlock("`state`");
        while (InBlock(ref block) && !AtMember)
        {
            state = ParseStatePart(state, transitions);
        }

        CloseBlock(block);
        var span = SpanFrom(word.Span.Start);
        return new TypeRefSyntax(new QualifiedNameSyntax(null, name, name.Span), span)
        {
            State = state with { Transitions = transitions.DrainToImmutable(), Span = span },
        };
    }

    private StateSyntax ParseStatePart(StateSyntax state, ImmutableArray<TransitionSyntax>.Builder transitions)
    {
        var first = Current;
        var isTransition = Peek(1).Kind is TokenKind.Arrow or TokenKind.Comma || IsWord(Peek(1), "was");
        if (IsWord(first, "initial") && !isTransition)
        {
            Take();
            ReportRepeated(first, !state.Initial.IsEmpty);
            return state with { Initial = ParseStates() };
        }

        if (IsWord(first, "final") && !isTransition)
        {
            Take();
            ReportRepeated(first, !state.Final.IsEmpty);
            return state with { Final = ParseStates() };
        }

        if (Kind == TokenKind.Word)
        {
            var from = ParseDeclaredName();
            var hasTargets = Expect(TokenKind.Arrow) || (Kind == TokenKind.Word && !IsFirstOnLine(_position));
            var to = hasTargets ? ParseStates() : [];
            transitions.Add(new TransitionSyntax(from, to, SpanFrom(from.Span.Start)));
        }

        return state;
    }

    /// <summary>States, of which each may say at one place what it was.</summary>
    private ImmutableArray<NameSyntax> ParseStates() => ParseSeparated(static parser => parser.ParseDeclaredName());
}
