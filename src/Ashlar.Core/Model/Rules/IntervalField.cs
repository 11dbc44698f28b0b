using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>An interval that does not run between two moments or two dates.</summary>
internal sealed class IntervalField : Rule
{
    public static Diagnostic At(Site site, NameSyntax name, ModelType? type) =>
        Diagnostic
            .Of<IntervalField>(site.At(name), $"`{name.Text}` is neither a date nor an instant")
            .WithLabel(type is null ? "" : Article.Of(TypeNames.Of(type)))
            .WithHelp("name the fields in which the time begins and ends");

    public static Diagnostic Mixed(Site site, ExclusiveSyntax node, ModelType from, ModelType until) =>
        Diagnostic
            .Of<IntervalField>(
                site.At(node.Until),
                $"the time begins with {Article.Of(TypeNames.Of(from))} and ends with {Article.Of(TypeNames.Of(until))}")
            .WithLabel("another type than the beginning has")
            .WithRelated(site.At(node.From), "the beginning")
            .WithHelp("name two dates or two instants");
}
