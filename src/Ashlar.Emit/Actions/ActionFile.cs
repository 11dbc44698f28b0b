using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Actions;

/// <summary>`Features/PlaceOrder.cs`: an action, and how the first API that offers it is asked for it.</summary>
internal static class ActionFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        var offered = emission.ActionOperations.ToLookup(operation => operation.Action.Name);
        foreach (var action in emission.Model.Actions)
        {
            var first = offered[action.Name].FirstOrDefault();
            var shown = ShownRows.Of(action, offered[action.Name]);
            yield return File(emission, action.Name, Names.Type(action.Name).Text, Class(emission, action, first, shown));
            foreach (var other in offered[action.Name].Skip(1))
            {
                yield return File(emission, action.Name, other.Name, Repeated(emission, other, shown));
            }

            if (InputFields(action) is [_, ..] fields)
            {
                yield return Generated(
                    $"{Folders.Module(emission, action.Name.Module)}/Features/{FieldsFile.Class(action.Name)}.cs",
                    FieldsFile.Content(emission, action.Name, Header.Of("action", action.Name), fields));
            }
        }
    }

    /// <summary>The inputs that a request may carry in one member that is no object.</summary>
    private static Field[] InputFields(ActionDefinition action) =>
        [.. action.Inputs.Where(input => FieldsFile.IsOneField(input))];

    private static EmittedFile File(Emission emission, ElementName action, string name, Code type) => Generated(
        $"{Folders.Module(emission, action.Module)}/Features/{name}.cs",
        CSharpFile.Of(emission, action.Module, Header.Of("action", action), type));

    private static Code Class(
        Emission emission, ActionDefinition action, ActionOperation? offered, ValueList<Variable> shown)
    {
        var (members, types) = (new ActionMembers(action), new CSharpTypes(action.Name.Module));
        var handler = offered is null ? null : new ActionHandler(emission, offered, members, shown);
        var handle = handler?.Handle() ?? CallbackHandler.Handle(action);
        var body = new ActionBody(emission, action, members, shown).All();
        var isAsync = body.Text.Contains("await ", StringComparison.Ordinal);
        body = isAsync ? body : new ActionBody(emission, action, members, shown) { IsSynchronous = true }.All();
        var name = Names.Type(action.Name);
        var isContract = ActionContract.IsContract(action);
        var kind = isContract
            ? Code.Of($"sealed class {name} : {ActionContract.Interface(action.Name)}")
            : Code.Of($"static class {name}");
        var parameters = action.Starts is [var start]
            ? ParameterList.Of([
                Code.Of($"UnitOfWork work"), Code.Of($"{types.Name(start.Event)} {ActionVariables.LocalOf(start.Name)}"),
            ])
            : ActionContract.Parameters(action, types);
        var about = action.Documentation.Length > 0 ? action.Documentation : $"The action {Spelling.Spaced(action.Name.Name)}.";
        return Code.Of($$"""
            {{Doc.Summary(about)}}
            internal {{kind}}
            {
                {{Code.Blocks(members.All)}}

                {{handle}}

                /// <summary>Does it in the transaction of the caller; a refusal is for the whole transaction.</summary>
                {{(shown.IsEmpty ? Run(parameters, body, isAsync) : RunAndShow(action, types, parameters, body, shown, isAsync))}}

                {{Code.When(isContract, () => Explicit(action, types))}}
            }
            """);
    }

    private static Code Run(Code parameters, Code body, bool isAsync) => Code.Of($$"""
        public static {{Async(isAsync)}}Task<Refusal?> RunAsync({{parameters}})
        {
            {{body}}
        }
        """);

    private static Code Async(bool isAsync) => isAsync ? Code.Of($"async ") : Code.Empty;

    /// <summary>What an answer shows is handed out to whoever answers.</summary>
    private static Code RunAndShow(
        ActionDefinition action, CSharpTypes types, Code parameters, Code body, ValueList<Variable> shown, bool isAsync)
    {
        var rows = shown.Select(row => Code.Of($"{types.Of(row.Type)} {ShownRows.Element(row.Name)}"))
            .Prepend(Code.Of($"Refusal? Refusal"));
        return Code.Of($$"""
            public static async Task<Refusal?> RunAsync({{parameters}}) =>
                (await RunAndShowAsync({{Arguments(action)}})).Refusal;

            internal static {{Async(isAsync)}}Task<({{Code.Join(rows, ", ")}})> RunAndShowAsync({{parameters}})
            {
                {{body}}
            }
            """);
    }

    private static Code Arguments(ActionDefinition action)
    {
        var inputs = ActionContract.Ordered(action).Select(input => Code.Of($"{ActionVariables.LocalOf(input.Name)}"));
        return Code.Join(inputs.Prepend(Code.Of($"work")), ", ");
    }

    private static Code Explicit(ActionDefinition action, CSharpTypes types) => Code.Of($"""
            Task<Refusal?> {ActionContract.Interface(action.Name)}.RunAsync({ActionContract.Parameters(action, types, hasDefaults: false)}) =>
                RunAsync({Arguments(action)});
            """);

    private static Code Repeated(Emission emission, ActionOperation operation, ValueList<Variable> shown)
    {
        var members = new ActionMembers(operation.Action);
        var handle = new ActionHandler(emission, operation, members, shown).Handle();
        var summary = $"How {operation.Api.Name.Name} is asked for {Names.Type(operation.Action.Name).Text}.";
        return Code.Of($$"""
            {{Doc.Summary(summary)}}
            internal static class {{Ident.Of(operation.Name)}}
            {
                {{Code.Blocks(members.All)}}

                {{handle}}
            }
            """);
    }
}
