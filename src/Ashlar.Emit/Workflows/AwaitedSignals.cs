using Ashlar.Core.Model;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Workflows;

/// <summary>An event that instances of a workflow wait for, and the fields that find it: one list for each way to.</summary>
internal sealed record AwaitedSignals(ElementName Event, ValueList<ValueList<string>> Fields)
{
    public static IEnumerable<AwaitedSignals> Of(Workflow workflow) => workflow.Awaits()
        .GroupBy(one => one.Event).OrderBy(group => group.Key)
        .Select(group => new AwaitedSignals(
            group.Key, group.Select(one => one.Matches.Select(match => match.Field).ToValueList()).Distinct().ToValueList()));

    /// <summary>`TellParcelArrivedAsync`.</summary>
    public static Ident Method(ElementName happened) => Ident.Of($"Tell{happened.Module}{happened.Name}Async");
}
