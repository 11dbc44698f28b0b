using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;
using Ashlar.Emit.Actions;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Workflows;

/// <summary>The class of a workflow: what each step is, and a method for each transaction.</summary>
internal sealed class WorkflowClass(Emission emission, Workflow workflow)
{
    /// <summary>Members that every workflow has.</summary>
    private static readonly string[] Taken =
    [
        "Again", "Ask", "Call", "Definition", "Do", "End", "Name", "On", "Parallel", "Read", "Run", "Undo", "UndoAll",
        "UndoByCall", "Version", "Wait", "Within", "Write",
    ];

    private readonly CSharpTypes _types = new(workflow.Name.Module);

    public Code Content()
    {
        var members = new ActionMembers(Whole(), Taken.Concat(workflow.Steps.Select(step => step.Name + "Check")));
        var steps = new WorkflowSteps(emission, workflow, members);
        var registrations = workflow.Steps.Select(steps.Register).ToList();
        var methods = Code.Blocks(workflow.Steps.Select(steps.Methods));
        var starts = Start(members);
        var signals = Signals();
        var name = Names.Type(workflow.Name);
        var about = workflow.Documentation.Length > 0
            ? workflow.Documentation
            : $"The workflow {Spelling.Spaced(workflow.Name.Name)}.";
        var state = Names.Type(WorkflowNames.State(workflow));
        return Code.Of($$"""
            {{Doc.Summary(about)}}
            internal sealed class {{name}} : Workflow<{{WorkflowNames.Step(workflow)}}, {{state}}>
            {
                {{Code.Blocks(members.All)}}

                private {{name}}()
                    : base({{Lit.Of(workflow.Name.ToString())}}, version: 1, first: {{WorkflowNames.Place(workflow, workflow.Steps[0].Name)}})
                {
                    {{Code.When(workflow.Key is not null, () => Code.Of($"Again = Again.{Ident.Of(workflow.Again.ToString())};"))}}
                    {{Deadline()}}
                    {{Code.Lines(workflow.Interrupts.Select((one, i) => steps.RegisterInterrupt(one, i)))}}
                    {{Code.Lines(registrations)}}
                    {{Code.Lines(workflow.Ends.Select(end => Code.Of($"End({WorkflowNames.Place(workflow, end)});")))}}
                }

                /// <summary>The steps, which are the same for every instance.</summary>
                public static {{name}} Definition { get; } = new();

                {{starts}}

                {{signals}}

                protected override {{state}} Read(JsonElement json) => {{state}}.Read(JsonBody.Of(json));

                protected override void Write(Utf8JsonWriter json, {{state}} state) => state.Write(json);

                {{Code.Blocks(workflow.Interrupts.Select((one, i) => steps.InterruptMethod(one, i)))}}

                {{methods}}
            }
            """);
    }

    /// <summary>All steps as one action, whose names the members of the class keep clear of.</summary>
    private ActionDefinition Whole() => new(workflow.Name, [], new ActionAccess(AccessKind.Internal, []), workflow.Origin)
    {
        Body =
        [
            .. workflow.Steps.Select(step => step.Work).SelectMany(work => work switch
            {
                DoWork done => done.Action.Body,
                CallWork call => new[] { call.Call, call.Undo }.OfType<Statement>(),
                _ => [],
            }),
        ],
    };

    private Code Deadline() => Code.When(workflow.Limit is not null, () => workflow.Limit is { } limit
        ? Code.Of($"""
            Within({WorkflowSteps.Time(limit.Time)}, turn => new(turn.Go({WorkflowNames.Place(workflow, limit.Target)})));
            """)
        : Code.Empty);

    private Code Start(ActionMembers members)
    {
        var told = ActionVariables.LocalOf(workflow.Start.Name);
        var happened = emission.Event(workflow.Start.Event);
        var variables = new ActionVariables(emission, Nothing() with
        {
            Starts = [new EventStart(workflow.Start.Event, workflow.Start.Name, workflow.Origin)],
        });
        var known = workflow.Carried.Where(value => value.Name == workflow.Start.Name).Select(value =>
            Code.Of($"{told}.{Names.Property(happened.Name, FieldOf(happened, value.Variable.Name))}")).ToList();
        var key = workflow.Key is { } written && variables.Known(written, written.Type) is { } value
            ? Code.Of($"MatchKey.Of({value})")
            : Code.Of($"null");
        return Code.Of($$"""
            /// <summary>Starts an instance in the transaction that handles the event.</summary>
            public static async Task<Refusal?> StartAsync(UnitOfWork work, {{_types.Name(happened.Name)}} {{told}})
            {
                {{Unless(members, variables)}}

                var started = await Definition.StartAsync(work, key: {{key}}, new({{ParameterList.Of(known)}}));
                return started.Refusal;
            }
            """);
    }

    private Code Unless(ActionMembers members, ActionVariables variables)
    {
        if (workflow.Start.Where is not { } where)
        {
            return Code.Empty;
        }

        var body = new ActionBody(emission, Nothing(), members, variables);
        var not = new Core.Model.Expressions.Unary(where.Type, UnaryOperator.Not, where);
        return body.Choice([(not, "Starts", Code.Of($"return null;"))]);
    }

    private ActionDefinition Nothing() => Whole() with { Body = [] };

    /// <summary>An event that waits of this workflow end is handed to those that wait for one about the same.</summary>
    private Code Signals() => Code.Blocks(AwaitedSignals.Of(workflow).Select(signal =>
    {
        var told = Ident.Of("happened");
        var happened = emission.Event(signal.Event);
        var keys = signal.Fields.Select(fields => Code.Of($"""
            await work.SignalAsync(Definition, {Lit.Of($"{signal.Event}")}, MatchKey.Of({Code.Join(Parts(fields), ", ")}), json);
            """));
        return Code.Of($$"""
            /// <summary>Tells the instances that wait for it.</summary>
            public static async Task<Refusal?> {{AwaitedSignals.Method(signal.Event)}}(UnitOfWork work, JsonElement json)
            {
                var {{told}} = {{_types.Name(happened.Name)}}.Read(JsonBody.Of(json));
                {{Code.Lines(keys)}}
                return null;
            }
            """);

        IEnumerable<Code> Parts(ValueList<string> fields) => fields.SelectMany(field => new[]
        {
            Code.Of($"{Lit.Of(field)}"),
            Code.Of($"{told}.{Names.Property(happened.Name, FieldOf(happened, field))}"),
        });
    }));

    private static Field FieldOf(EventDefinition happened, string variable) =>
        happened.Field(variable[(variable.IndexOf('.', StringComparison.Ordinal) + 1)..])
        ?? throw new InvalidOperationException($"a checked workflow names a field of its event: {variable}");
}
