using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax.Formatting;

/// <summary>The words after each type of a file, in written order.</summary>
internal static class ModifierLists
{
    public static IEnumerable<ImmutableArray<ModifierSyntax>> In(FileSyntax file) =>
        file.Declarations.SelectMany(In).Where(modifiers => modifiers.Length > 1);

    private static IEnumerable<ImmutableArray<ModifierSyntax>> In(DeclarationSyntax declaration) => declaration switch
    {
        TypeSyntax type => type.Fields.Select(field => field.Modifiers).Append(type.Modifiers),
        EntitySyntax entity => entity.Members.OfType<FieldSyntax>().Select(field => field.Modifiers),
        FunctionSyntax function => function.Inputs.Select(input => input.Modifiers),
        ActionSyntax action => action.Inputs.Select(input => input.Modifiers),
        EventSyntax written => written.Fields.Select(field => field.Modifiers),
        SlotSyntax slot => slot.Inputs.Concat(slot.Output?.Fields ?? []).Select(field => field.Modifiers)
            .Append(slot.Output?.Modifiers ?? []),
        ConfigSyntax config => config.Keys.Select(key => key.Modifiers),
        _ => [],
    };
}
