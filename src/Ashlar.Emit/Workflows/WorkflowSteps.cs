using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;
using Ashlar.Emit.Actions;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Workflows;

/// <summary>What each step is, as the constructor says it, and the methods that do its work.</summary>
internal sealed partial class WorkflowSteps(Emission emission, Workflow workflow, ActionMembers members)
{
    private readonly CSharpTypes _types = new(workflow.Name.Module);

    /// <summary>`TimeSpan.FromDays(3)`.</summary>
    public static Code Time(TimeSpan time) => time.Ticks % TimeSpan.TicksPerDay == 0
        ? Code.Of($"TimeSpan.FromDays({(int)time.TotalDays})")
        : time.Ticks % TimeSpan.TicksPerHour == 0 ? Code.Of($"TimeSpan.FromHours({(int)time.TotalHours})")
        : time.Ticks % TimeSpan.TicksPerMinute == 0 ? Code.Of($"TimeSpan.FromMinutes({(long)time.TotalMinutes})")
        : Code.Of($"TimeSpan.FromSeconds({(long)time.TotalSeconds})");

    public Code Register(WorkflowStep step) => step.Work switch
    {
        TaskWork task => Ask(step, task),
        WaitWork wait => Wait(step, wait),
        CallWork call => Call(step, call),
        _ when step.UndoesAll => Code.Of($"UndoAll({Place(step.Name)}, {Method(step)});"),
        _ => Code.Of($"Do({Place(step.Name)}, {Method(step)});"),
    };

    public Code Methods(WorkflowStep step) => step.Work switch
    {
        TaskWork task => Code.Blocks([TitleMethod(step, task), CheckMethod(step, task), AnsweredMethod(step, task)]),
        WaitWork wait => Code.Blocks(wait.Events.Select((one, i) => HappenedMethod(Method(step, Numbered(wait.Events, i)), one))),
        CallWork call => CallMethods(step, call),
        _ => DoMethod(step, step.Work as DoWork),
    };

    private Code Ask(WorkflowStep step, TaskWork task)
    {
        var late = step.Limit is { } limit ? limit : throw new InvalidOperationException("a checked task has a limit");
        return Code.Of($"""
            Ask(
                {Place(step.Name)}, new AskPolicy(Roles.{Ident.Of(task.Role)}, {Time(late.Time)}), {Method(step, "Title")},
                turn => new(turn.Go({Place(late.Target)})), {Method(step, "Answered")}, {Method(step, "Check", isAsync: false)});
            """);
    }

    private Code DoMethod(WorkflowStep step, DoWork? work)
    {
        var action = Step(work?.Action.Body ?? []);
        var variables = new ActionVariables(emission, action);
        var locals = Know(variables, step.Uses);
        var body = new ActionBody(emission, action, members, variables)
        {
            RefusedBy = refusal => Code.Of($"return turn.Incident({refusal}.Code);"),
        };
        var given = (work?.Gives ?? []).Where(IsCarried).Select(value => (value.Name, variables.Known(value, value.Type)));
        return MethodOf(
            Method(step), [], isAsync => Code.Blocks([locals, body.Statements(), Ways(step, body, [.. given], isAsync)]));
    }

    private Code TitleMethod(WorkflowStep step, TaskWork task)
    {
        var variables = new ActionVariables(emission, Step([]));
        var used = VariablesIn(task.Title);
        var locals = Know(variables, step.Uses.Where(variable => used.Contains(variable.Name)));
        var value = new ActionBody(emission, Step([]), members, variables)
            .Value(step.Name + "Title", task.Title, new ScalarType(Scalar.Text));
        var isAsync = value.Text.Contains("await ", StringComparison.Ordinal);
        var result = isAsync ? Code.Of($"return {value};") : Code.Of($"return new({value});");
        return Code.Of($$"""
            private static {{Async(isAsync)}}ValueTask<string> {{Method(step, "Title")}}({{Turn}} turn)
            {
                {{Work(Code.Blocks([locals, result]))}}
                {{Code.Blocks([locals, result])}}
            }
            """);
    }

    /// <summary>What is wrong with an answer, before it counts.</summary>
    private Code CheckMethod(WorkflowStep step, TaskWork task)
    {
        var owner = WorkflowNames.Answer(workflow, step);
        return Code.Of($$"""
            private static Refusal? {{Method(step, "Check", isAsync: false)}}(JsonBody body)
            {
                {{Code.Lines(task.Asks.Select(field => Code.Of($"_ = {BodyReading.Of(_types, owner, field)};")))}}
                return body.Refusal;
            }
            """);
    }

    private Code AnsweredMethod(WorkflowStep step, TaskWork task)
    {
        var owner = WorkflowNames.Answer(workflow, step);
        var prefix = task.Result + ".";
        var needed = step.Ways.Select(way => way.When).OfType<Expression>().SelectMany(VariablesIn)
            .ToHashSet(StringComparer.Ordinal);
        var read = task.Asks.Where(field => needed.Contains(prefix + field.Name) || IsCarried(prefix + field.Name)).ToList();
        var variables = new ActionVariables(emission, Step([]));
        var locals = Know(variables, step.Uses.Where(variable => needed.Contains(variable.Name)));
        foreach (var field in read)
        {
            variables.Know(prefix + field.Name, field.Type, Code.Of($"{WorkflowNames.Local(prefix + field.Name)}"));
        }

        var answer = Code.Lines(
        [
            Code.When(read.Count > 0, () => Code.Of($"var body = JsonBody.Of(json);")),
            .. read.Select(field =>
                Code.Of($"var {WorkflowNames.Local(prefix + field.Name)} = {BodyReading.Of(_types, owner, field)};")),
            Code.When(read.Count > 0, () => Code.Of($"body.ThrowIfIncomplete();")),
        ]);
        var body = new ActionBody(emission, Step([]), members, variables);
        var given = read.Where(field => IsCarried(prefix + field.Name))
            .Select(field => (prefix + field.Name, (Code?)Code.Of($"{WorkflowNames.Local(prefix + field.Name)}")));
        return MethodOf(
            Method(step, "Answered"), [Code.Of($"JsonElement json")],
            isAsync => Code.Blocks([locals, answer, Ways(step, body, [.. given], isAsync)]));
    }

    private Code MethodOf(Ident name, Code[] more, Func<bool, Code> write)
    {
        var content = write(true);
        var isAsync = content.Text.Contains("await ", StringComparison.Ordinal);
        content = isAsync ? content : write(false);
        return Code.Of($$"""
            private static {{Async(isAsync)}}ValueTask<Next> {{name}}({{Code.Join(more.Prepend(Code.Of($"{Turn} turn")), ", ")}})
            {
                {{Work(content)}}
                {{content}}
            }
            """);
    }

    private static Code Work(Code content) => Code.When(
        content.Text.Contains("work.", StringComparison.Ordinal) || content.Text.Contains("(work", StringComparison.Ordinal),
        () => Code.Of($"var work = turn.Work;"));

    private static Code Async(bool isAsync) => isAsync ? Code.Of($"async ") : Code.Empty;

    private Code Ways(WorkflowStep step, ActionBody body, List<(string Name, Code? Value)> given, bool isAsync) =>
        body.Choice(step.Ways.Select((way, i) => (way.When, step.Name + (i + 1), Take(step, way, i, given, isAsync))));

    private Code Take(WorkflowStep step, Way way, int index, List<(string Name, Code? Value)> given, bool isAsync)
    {
        if (way.Bound is not { } bound)
        {
            return Go(way.Target, given, [], isAsync);
        }

        var rounds = WorkflowNames.Property(workflow, WorkflowNames.Rounds(step, index));
        return Code.Of($$"""
            if (turn.State.{{rounds}} >= {{bound.Most}})
            {
                {{Go(bound.Target, given, [], isAsync)}}
            }

            {{Go(way.Target, given, [Code.Of($"{rounds} = turn.State.{rounds} + 1")], isAsync)}}
            """);
    }

    private Code Go(string target, List<(string Name, Code? Value)> given, Code[] more, bool isAsync)
    {
        var changes = given.Select(item => Code.Of($"{PropertyOf(item.Name)} = {item.Value ?? Code.Empty}")).Concat(more)
            .ToList();
        var state = changes.Count == 0 ? Code.Empty : Code.Of($$""", turn.State with { {{Code.Join(changes, ", ")}} }""");
        var next = Code.Of($"turn.Go({Place(target)}{state})");
        return isAsync ? Code.Of($"return {next};") : Code.Of($"return new({next});");
    }

    /// <summary>The values of the instance that the step uses, each a local that is there.</summary>
    private Code Know(ActionVariables variables, IEnumerable<Variable> uses)
    {
        var lines = new List<Code>();
        foreach (var variable in uses.Where(variable => IsCarried(variable.Name)))
        {
            var held = HeldOf(variable.Name);
            var local = WorkflowNames.Local(variable.Name);
            variables.Know(variable.Name, variable.Type, Code.Of($"{local}"));
            var missing = held.IsOptional && !variable.Type.IsNullable
                ? Code.Of($" ?? throw turn.Missing({Lit.Of(variable.Name)})")
                : Code.Empty;
            lines.Add(Code.Of($"var {local} = turn.State.{PropertyOf(variable.Name)}{missing};"));
        }

        return Code.Lines(lines);
    }

    private ActionDefinition Step(ValueList<Core.Model.Statements.Statement> body) =>
        new(workflow.Name, [], new ActionAccess(AccessKind.Internal, []), workflow.Origin) { Body = body };

    private bool IsCarried(Variable value) => IsCarried(value.Name);

    private bool IsCarried(string name) => workflow.Carried.Any(value => value.Variable.Name == name);

    private Field HeldOf(string name) =>
        WorkflowNames.Held(workflow, workflow.Carried.First(value => value.Variable.Name == name));

    private Ident PropertyOf(string name) => WorkflowNames.Property(workflow, HeldOf(name));

    private Code Place(string step) => WorkflowNames.Place(workflow, step);

    private Code Turn => Code.Of($"Turn<{Types}>");

    private Code Types => Code.Of($"{WorkflowNames.Step(workflow)}, {Names.Type(WorkflowNames.State(workflow))}");

    private static HashSet<string> VariablesIn(Expression expression) => expression.DescendantsAndSelf().OfType<Variable>()
        .Where(variable => variable.Kind == VariableKind.Input).Select(variable => variable.Name)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>`PackTitleAsync`; where another step is called `PackTitle`, it is `PackTitleStepAsync`.</summary>
    private Ident Method(WorkflowStep step, string part = "", bool isAsync = true)
    {
        var name = step.Name + part;
        while (part.Length > 0 && workflow.Step(name) is not null)
        {
            name += "Step";
        }

        return Ident.Of(name + (isAsync ? "Async" : ""));
    }
}
