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
        var action = new ActionSyntax(ParseName(), [], default);
        _isInAction = true;
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
        switch (TextOf(word))
        {
            case "input":
                Take();
                ReportRepeated(word, !action.Inputs.IsEmpty);
                return action with { Inputs = ParseInputs() };
            case "access":
                return action with { Access = action.Access.Add(ParseActionAccess()) };
            case "start":
                return action with { Starts = action.Starts.Add(ParseStart()) };
            case "require":
                return action with { Requires = action.Requires.Add(ParseRequire()) };
            case "do":
                Take();
                ReportRepeated(word, !action.Body.IsEmpty);
                return action with { Body = ParseStatements("`do`") };
            default:
                SkipUnknownWord("an action", Vocabulary.ActionParts.All);
                return action;
        }
    }

    /// <summary>`access to signed in where …` or `access internal`.</summary>
    private ActionAccessSyntax ParseActionAccess()
    {
        var start = Take().Span.Start;
        if (TryTakeWord("internal"))
        {
            return new ActionAccessSyntax(SpanFrom(start)) { IsInternal = true };
        }

        var audience = ExpectWord("to") || MayContinue ? ParseAudience() : default;
        return new ActionAccessSyntax(default)
        {
            Audience = audience.Kind,
            AudienceSpan = audience.Span,
            Roles = audience.Roles.IsDefault ? [] : audience.Roles,
            Where = ParseWhere(),
            Span = SpanFrom(start),
        };
    }

    /// <summary>`start on OrderPlaced as placed`.</summary>
    private StartSyntax ParseStart()
    {
        var start = Take().Span.Start;
        ExpectWord("on");
        var name = ParseQualifiedName();
        return new StartSyntax(name, ExpectWord("as") || MayContinue ? ParseName() : MissingName, SpanFrom(start));
    }

    /// <summary>`event OrderPlaced per order { … }`.</summary>
    private EventSyntax ParseEvent(int start)
    {
        Take();
        var name = ParseName();
        var per = TryTakeWord("per") ? ParseName() : null;
        var fields = ParseFields(Owner("event", name));
        return new EventSyntax(name, fields, SpanFrom(start)) { Per = per };
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
        "start" => IsWord(Peek(1), "on"),
        "input" or "do" => Peek(1).Kind == TokenKind.OpenBrace,
        _ => false,
    };

    private bool AtStatement => AtWord("if") || AtStep;

    /// <summary>A word of a statement, with behind it what no expression goes on with.</summary>
    private bool AtStep => Peek(1).Kind == TokenKind.Word && TextOf(Current) switch
    {
        "let" => Peek(2).Kind == TokenKind.Assign,
        "set" or "move" => Peek(2).Kind == TokenKind.Dot,
        "create" or "emit" or "run" => Peek(2).Kind is TokenKind.OpenBrace or TokenKind.Dot,
        "delete" => !Vocabulary.Continuations.Contains(TextOf(Peek(1))),
        "require" => IsWord(Peek(1), "not") || !Vocabulary.Continuations.Contains(TextOf(Peek(1))),
        "for" => IsWord(Peek(2), "in"),
        "grant" => Peek(2).Kind == TokenKind.Dot || IsWord(Peek(2), "to"),
        "revoke" => Peek(2).Kind == TokenKind.Dot || IsWord(Peek(2), "from"),
        _ => false,
    };
}
