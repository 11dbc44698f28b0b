using Ashlar.Core.Model;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Workflows;

/// <summary>An event that waits of a workflow end, and the fields by which they find it: one list for each way to.</summary>
internal sealed record AwaitedSignals(ElementName Event, ValueList<ValueList<string>> Fields)
{
    public static IEnumerable<AwaitedSignals> Of(Workflow workflow) => workflow.Steps.Select(step => step.Work).OfType<WaitWork>()
        .SelectMany(wait => wait.Events).GroupBy(one => one.Event).OrderBy(group => group.Key)
        .Select(group => new AwaitedSignals(
            group.Key, group.Select(one => one.Matches.Select(match => match.Field).ToValueList()).Distinct().ToValueList()));

    /// <summary>`TellParcelArrivedAsync`.</summary>
    public static Ident Method(ElementName happened) => Ident.Of($"Tell{happened.Module}{happened.Name}Async");
}
