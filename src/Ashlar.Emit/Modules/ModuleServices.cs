using Ashlar.Core.Model;
using Ashlar.Emit.Actions;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Settings;
using Ashlar.Emit.Slots;
using Ashlar.Emit.Text;
using Ashlar.Emit.Workflows;

namespace Ashlar.Emit.Modules;

/// <summary>What a module gives to others: the actions that they may run, and those that handle their events.</summary>
internal static class ModuleServices
{
    /// <summary>Whether the module has something to add: actions for others, or hand-written code.</summary>
    public static bool Has(Emission emission, Module module) =>
        Contracts(emission, module).Any() || SlotsOf(emission, module).Any();

    /// <summary>`AddCatalog`.</summary>
    public static Ident NameOf(Module module) => Ident.Of("Add" + module.Name);

    public static Code Add(Emission emission, Module module) => Code.When(Has(emission, module), () => Code.Of($$"""
        /// <summary>Adds {{(SlotsOf(emission, module).Any() ? Code.Of($"the hand-written code, and the actions that other modules may run") : Code.Of($"the actions that other modules may run"))}}.</summary>
        public static void {{NameOf(module)}}(this IServiceCollection services)
        {
            {{Code.Lines(Contracts(emission, module).Select(action => Code.Of($"services.AddSingleton<{ActionContract.Interface(action.Name)}, {Names.Type(action.Name)}>();")))}}
            {{Code.Lines(SlotsOf(emission, module).Select(Registration))}}
        }
        """));

    /// <summary>Whether whoever installs the system sets something of the module.</summary>
    public static bool HasSettings(Emission emission, Module module) => ConfigsOf(emission, module).Any();

    public static Code Settings(Emission emission, Module module) => Code.When(HasSettings(emission, module), () => Code.Of($$"""
        /// <summary>The settings that whoever installs the system sets.</summary>
        public static IReadOnlyList<DeclaredSettings> Settings { get; } =
        [
            {{Code.Lines(ConfigsOf(emission, module).Select(SettingsFile.Declared))}}
        ];
        """));

    public static Code Consumers(Emission emission, Module module)
    {
        var handlers = emission.ActionsOf(module).Where(action => !action.Starts.IsEmpty)
            .SelectMany(action => action.Starts.Select(start => Handler(module, action, start)))
            .Concat(emission.WorkflowsOf(module).SelectMany(WorkflowServices.Consumers)).ToList();
        var who = emission.WorkflowsOf(module).Any()
            ? "The actions and workflows that handle events."
            : "The actions that handle events.";
        return Code.When(handlers.Count > 0, () => Code.Of($$"""
            {{Doc.Summary(who)}}
            public static IReadOnlyList<Consumer> Consumers { get; } =
            [
                {{Code.Lines(handlers)}}
            ];
            """));
    }

    /// <summary>Whether the module has consumers of events.</summary>
    public static bool Listens(Emission emission, Module module) =>
        emission.ActionsOf(module).Any(action => !action.Starts.IsEmpty) || emission.WorkflowsOf(module).Any();

    private static Code Handler(Module module, ActionDefinition action, EventStart start)
    {
        var type = new CSharpTypes(module.Name).Name(start.Event);
        return Code.Of($$"""
            new({{Lit.Of(start.Event.ToString())}}, {{Lit.Of(action.Name.ToString())}}, (work, told) => {{Names.Type(action.Name)}}.RunAsync(work, {{type}}.Read(JsonBody.Of(told)))),
            """);
    }

    /// <summary>One that keeps something between its calls would not be the same each time: each call has its own.</summary>
    private static Code Registration(SlotDefinition slot)
    {
        var (contract, type) = (SlotNames.Slots.Member(SlotNames.Interface(slot)), SlotNames.Slots.Member(SlotNames.Class(slot)));
        return Code.Of($"services.AddTransient<{contract}, {type}>();");
    }

    private static IEnumerable<ConfigDefinition> ConfigsOf(Emission emission, Module module) =>
        emission.Model.Configs.Where(config => config.Name.Module == module.Name);

    private static IEnumerable<SlotDefinition> SlotsOf(Emission emission, Module module) =>
        emission.Model.Slots.Where(slot => slot.Name.Module == module.Name);

    private static IEnumerable<ActionDefinition> Contracts(Emission emission, Module module) =>
        emission.ActionsOf(module).Where(ActionContract.IsContract);
}
