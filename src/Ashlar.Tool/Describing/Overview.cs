using Ashlar.Core.Model;

namespace Ashlar.Tool.Describing;

/// <summary>A system at a glance.</summary>
internal static class Overview
{
    public static Description Of(SystemModel model) => new("system", model.Name, model.Origin)
    {
        Documentation = model.Title,
        Sections =
        [
            Section.Of("roles", ["role", "granted by"], model.Roles.Select(role =>
                new[] { role.Name, string.Join(", ", role.GrantedBy) })),
            Section.Of("modules", ["module", "uses"], model.Modules.Select(module =>
                new[] { module.Name, string.Join(", ", module.Uses) })),
            EntitiesOf(model, module: ""),
            ActionsOf(model, module: ""),
            ViewsOf(model, module: ""),
            .. model.Workflows.IsEmpty ? [] : new[] { WorkflowsOf(model, module: "") },
            Endpoints.Section(Endpoints.All(model)),
            Weakenings.Section(model),
        ],
    };

    /// <summary>The entities of a module; of all where none is named.</summary>
    public static Section EntitiesOf(SystemModel model, string module) => Section.Of(
        "entities",
        ["entity", "fields", "about"],
        model.Entities.Where(entity => module.Length == 0 || entity.Name.Module == module).Select(entity => new[]
        {
            entity.Name.ToString(),
            $"{entity.Fields.Count}",
            FirstLine(entity.Documentation),
        }));

    /// <summary>The actions of a module; of all where none is named.</summary>
    public static Section ActionsOf(SystemModel model, string module) => Section.Of(
        "actions",
        ["action", "about"],
        model.Actions.Where(action => module.Length == 0 || action.Name.Module == module)
            .Select(action => new[] { action.Name.ToString(), FirstLine(action.Documentation) }));

    /// <summary>The views of a module; of all where none is named.</summary>
    public static Section ViewsOf(SystemModel model, string module) => Section.Of(
        "views",
        ["view", "about"],
        model.Views.Where(view => module.Length == 0 || view.Name.Module == module)
            .Select(view => new[] { view.Name.ToString(), FirstLine(view.Documentation) }));

    /// <summary>The workflows of a module; of all where none is named.</summary>
    public static Section WorkflowsOf(SystemModel model, string module) => Section.Of(
        "workflows",
        ["workflow", "steps", "about"],
        model.Workflows.Where(workflow => module.Length == 0 || workflow.Name.Module == module)
            .Select(workflow => new[]
            {
                workflow.Name.ToString(), $"{workflow.Steps.Count}", FirstLine(workflow.Documentation),
            }));

    private static string FirstLine(string text) => text.Split('\n')[0];
}
