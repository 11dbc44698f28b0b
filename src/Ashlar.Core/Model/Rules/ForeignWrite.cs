using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>An action that writes what belongs to another module.</summary>
internal sealed class ForeignWrite : Rule
{
    public static Diagnostic OfRow(Site site, SyntaxNode at, EntityElement entity) =>
        Of(site, at, entity, $"only `{entity.Name.Module}` writes the rows of `{entity.Name.Name}`", ActionFor(site, entity));

    public static Diagnostic OfEvent(Site site, SyntaxNode at, EventElement told) =>
        Of(site, at, told, $"only `{told.Name.Module}` tells `{told.Name.Name}`", null);

    private static Diagnostic Of(Site site, SyntaxNode at, Element element, string message, ActionElement? action) =>
        Diagnostic.Of<ForeignWrite>(site.At(at), message)
            .WithLabel($"written from `{site.Module.Name}`")
            .WithRelated(element.NameLocation, "declared here")
            .WithHelp(
                action is null
                    ? $"declare a public action in `{element.Name.Module}`, and run it here"
                    : $"run a public action of `{element.Name.Module}`, such as `{action.Name}`");

    /// <summary>One that takes such a row comes before any other.</summary>
    private static ActionElement? ActionFor(Site site, EntityElement entity) =>
        site
            .Names.Elements.OfType<ActionElement>()
            .Where(action => action is { IsPublic: true, IsStarted: false } && action.Name.Module == entity.Name.Module)
            .OrderByDescending(action => action.Inputs.Slots.Any(slot => TypeRules.IsSame(slot.Field.Type, entity.Type)))
            .ThenBy(action => action.Name)
            .FirstOrDefault();
}
