using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>Inside of an action, where the first word of a step that opens a line ends what was being read.</summary>
    private bool _isInAction;

    private ActionSyntax ParseAction(int start)
    {
        Take();
        var action = new ActionSyntax(ParseDeclaredName(), [], default);
        _isInAction = true;
        action = Kind == TokenKind.OpenParenthesis ? action with { Inputs = ParseRoundInputs() } : action;
        var block = OpenBlock(Owner("action", action.Name));
        while (InBlock(ref block))
        {
            action = ParseActionPart(action);
        }

        CloseBlock(block);
        _isInAction = false;
        return action with { Span = SpanFrom(start) };
    }

    private ActionSyntax ParseActionPart(ActionSyntax action)
    {
        var word = Current;
        SkipToColonBehindPart();
        return ParseActionPartOf(TextOf(word), action) ?? ParseForeignActionPart(action);
    }

    /// <summary>The action with the part that begins with this word, or nothing where none does.</summary>
    private ActionSyntax? ParseActionPartOf(ReadOnlySpan<char> word, ActionSyntax action) => word switch
    {
        "input" when AtFieldInputs => action with { FieldInputs = action.FieldInputs.Add(ParseFieldInputs(action)) },
        "input" => action with { Inputs = ParseActionInputs(action) },
        "access" => action with { Access = action.Access.AddRange(ParseActionAccess()) },
        "start" when IsWord(Peek(1), "every") => action with { Schedules = action.Schedules.Add(ParseSchedule()) },
        "start" when IsWord(Peek(1), "at") => action with { Callbacks = action.Callbacks.Add(ParseCallback()) },
        "start" => action with { Starts = action.Starts.Add(ParseStart(Take().Span.Start)) },
        "require" => action with { Requires = action.Requires.Add(ParseRequire()) },
        "do" => action with { Body = ParseBody(action) },
        _ => null,
    };

    private ImmutableArray<FieldSyntax> ParseActionInputs(ActionSyntax action)
    {
        ReportRepeated(Take(), !action.Inputs.IsEmpty);
        return ParseInputs();
    }

    /// <summary>`input Account { username, email }` or `input changes of Book { title, price }`.</summary>
    private FieldInputsSyntax ParseFieldInputs(ActionSyntax action)
    {
        var word = Take();
        var areChanges = AtWord("changes") && IsWord(Peek(1), "of");
        if (areChanges)
        {
            ReportRepeated(word, action.FieldInputs.Any(inputs => inputs.AreChanges));
            Take();
            Take();
        }

        var entity = ParseQualifiedName();
        return new FieldInputsSyntax(entity, ParseBracedNames(), SpanFrom(word.Span.Start)) { AreChanges = areChanges };
    }

    private bool AtFieldInputs => Peek(1).Kind == TokenKind.Word
        && (IsWord(Peek(2), "of") || Peek(2).Kind is TokenKind.OpenBrace or TokenKind.Dot);

    private ImmutableArray<StatementSyntax> ParseBody(ActionSyntax action)
    {
        ReportRepeated(Take(), !action.Body.IsEmpty);
        return ParseStatements("`do`");
    }

    /// <summary>`access to signed in where …` or `access internal`.</summary>
    private ImmutableArray<ActionAccessSyntax> ParseActionAccess()
    {
        var start = Take().Span.Start;
        if (TryTakeWord("internal"))
        {
            return [new ActionAccessSyntax(SpanFrom(start)) { IsInternal = true }];
        }

        return Kind == TokenKind.OpenBrace && IsWord(Peek(1), "to") ? ParseBracedAccess() : [ParseActionRule(start)];
    }

    /// <summary>`to signed in where …`.</summary>
    private ActionAccessSyntax ParseActionRule(int start)
    {
        var audience = ExpectWord("to") || MayContinue ? ParseAudience() : new WrittenAudience(default, default, []);
        return new ActionAccessSyntax(default)
        {
            Audience = audience.Kind,
            AudienceSpan = audience.Span,
            Roles = audience.Roles,
            Where = ParseWhere(),
            Span = SpanFrom(start),
        };
    }

    /// <summary>`start on OrderPlaced as placed`.</summary>
    private StartSyntax ParseStart(int start)
    {
        if (!ExpectOn())
        {
            return new StartSyntax(new QualifiedNameSyntax(null, MissingName, Gap), MissingName, SpanFrom(start));
        }

        var name = ParseQualifiedName();
        return new StartSyntax(name, ExpectWord("as") || MayContinue ? ParseName() : MissingName, SpanFrom(start));
    }

    /// <summary>`event OrderPlaced version 2 per order { … }`.</summary>
    private EventSyntax ParseEvent(int start)
    {
        Take();
        var name = ParseDeclaredName();
        var version = TryTakeWord("version") ? ParseNumber() : null;
        var per = TryTakeWord("per") ? ParseName() : null;
        var fields = Kind == TokenKind.OpenParenthesis ? ParseRoundFields() : ParseFields(Owner("event", name));
        return new EventSyntax(name, fields, SpanFrom(start)) { Version = version, Per = per };
    }

    /// <summary>The line starts another step or part of the action or the scenario.</summary>
    private bool AtNextStep =>
        (_isInAction || _isInScenario)
        && Kind == TokenKind.Word
        && IsFirstOnLine(_position)
        && (_isInAction ? AtActionPart || AtStep : AtScenarioStep);

    /// <summary>What the expressions of an action or a scenario never go on with, although a bracket in them is open.</summary>
    private bool AtStepEnd => _isInAction
        ? AtNextStep
            || AtWord("as")
            || (AtWord("if") && IsFirstOnLine(_position))
            || (AtWord("else") && _isBeforeElse)
        : _isInScenario && (AtNextStep || AtWord("as") || AtWord("fails"));

    private bool AtActionPart => TextOf(Current) switch
    {
        "access" => IsWord(Peek(1), "to") || IsWord(Peek(1), "internal"),
        "start" => IsWord(Peek(1), "on") || IsWord(Peek(1), "every") || IsWord(Peek(1), "at"),
        "input" when AtFieldInputs => true,
        "input" or "do" => Peek(1).Kind == TokenKind.OpenBrace,
        _ => false,
    };

    private bool AtStatement => AtWord("if") || AtStep;

    private bool AtStep => LooksLikeStatement(TextOf(Current));

    /// <summary>Behind the word stands what belongs to this statement, and what no expression goes on with.</summary>
    private bool LooksLikeStatement(ReadOnlySpan<char> word) => Peek(1).Kind == TokenKind.Word && word switch
    {
        "let" => Peek(2).Kind is TokenKind.Assign or TokenKind.Colon,
        "set" => Peek(2).Kind is TokenKind.Dot or TokenKind.OpenBrace,
        "move" => Peek(2).Kind == TokenKind.Dot,
        "create" when IsWord(Peek(1), "new") || IsWord(Peek(1), "into") => Peek(2).Kind == TokenKind.Word,
        "create" or "emit" or "run" => Peek(2).Kind is TokenKind.OpenBrace or TokenKind.Dot or TokenKind.OpenParenthesis,
        "delete" => !Vocabulary.Continuations.Contains(TextOf(Peek(1))),
        "require" => IsWord(Peek(1), "not") || !Vocabulary.Continuations.Contains(TextOf(Peek(1))),
        "for" => IsWord(Peek(2), "in") || IsWord(Peek(2), "of") || IsWord(Peek(1), "each"),
        "grant" => Peek(2).Kind == TokenKind.Dot || IsWord(Peek(2), "to"),
        "add" => AtLink("to"),
        "remove" => AtLink("from"),
        "authenticate" => Peek(2).Kind is TokenKind.OpenBrace or TokenKind.Dot,
        "sign" => IsWord(Peek(1), "in") && Peek(2).Kind == TokenKind.Word,
        "apply" => IsWord(Peek(1), "changes"),
        "revoke" => Peek(2).Kind == TokenKind.Dot || IsWord(Peek(2), "from"),
        _ => false,
    };
}
