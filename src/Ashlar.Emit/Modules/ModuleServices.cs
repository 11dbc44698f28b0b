using Ashlar.Core.Model;
using Ashlar.Emit.Actions;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Modules;

/// <summary>What a module gives to others: the actions that they may run, and those that handle their events.</summary>
internal static class ModuleServices
{
    /// <summary>Whether other modules may run something of this one.</summary>
    public static bool Has(Emission emission, Module module) => Contracts(emission, module).Any();

    /// <summary>`AddCatalog`.</summary>
    public static Ident NameOf(Module module) => Ident.Of("Add" + module.Name);

    public static Code Add(Emission emission, Module module) => Code.When(Has(emission, module), () => Code.Of($$"""
        /// <summary>Adds the actions that other modules may run.</summary>
        public static void {{NameOf(module)}}(this IServiceCollection services)
        {
            {{Code.Lines(Contracts(emission, module).Select(action => Code.Of($"services.AddSingleton<I{Names.Type(action.Name)}, {Names.Type(action.Name)}>();")))}}
        }
        """));

    public static Code Consumers(Emission emission, Module module)
    {
        var handlers = emission.ActionsOf(module).Where(action => !action.Starts.IsEmpty).ToList();
        return Code.When(handlers.Count > 0, () => Code.Of($$"""
            /// <summary>The actions that handle events.</summary>
            public static IReadOnlyList<Consumer> Consumers { get; } =
            [
                {{Code.Lines(handlers.SelectMany(action => action.Starts.Select(start => Handler(module, action, start))))}}
            ];
            """));
    }

    private static Code Handler(Module module, ActionDefinition action, EventStart start)
    {
        var type = new CSharpTypes(module.Name).Name(start.Event);
        return Code.Of($$"""
            new({{Lit.Of(start.Event.ToString())}}, {{Lit.Of(action.Name.ToString())}}, (work, told) => {{Names.Type(action.Name)}}.RunAsync(work, {{type}}.Read(JsonBody.Of(told)))),
            """);
    }

    private static IEnumerable<ActionDefinition> Contracts(Emission emission, Module module) =>
        emission.ActionsOf(module).Where(ActionContract.IsContract);
}
