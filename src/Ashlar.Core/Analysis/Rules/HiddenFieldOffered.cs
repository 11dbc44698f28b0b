using Ashlar.Core.Analysis.Access;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>
/// A filter, a sort or a search over something that some callers of the list may not read. The generated system does not
/// let them learn it by asking, so the list does not work for everyone who may call it.
/// </summary>
internal sealed class HiddenFieldOffered : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var readers = new Readers(facts);
        foreach (var expose in facts.Model.Apis.SelectMany(api => api.Exposes))
        {
            if (facts.Model.Entity(expose.Entity) is { } entity && expose.Endpoint(Words.EndpointKind.List) is { } list)
            {
                CheckList(readers, entity, list, report);
            }
        }
    }

    private void CheckList(Readers readers, Entity entity, Endpoint list, DiagnosticBag report)
    {
        foreach (var filter in list.Filters)
        {
            Report(entity, "filter", filter.Origin, readers.FirstGap(entity, filter.Field), report);
        }

        foreach (var filter in list.NamedFilters)
        {
            Report(entity, "filter", filter.Origin, readers.FirstGap(entity, filter.Condition), report);
        }

        foreach (var sort in list.Orders)
        {
            Report(entity, "sort", sort.Origin, readers.FirstGap(entity, sort.Field), report);
        }

        foreach (var path in list.HasSearch && entity.Search is { } search ? search.Fields : [])
        {
            Report(entity, "search", path.Origin, readers.FirstGap(entity, path), report);
        }
    }

    private void Report(Entity entity, string means, Origin origin, Gap? gap, DiagnosticBag report)
    {
        if (gap is not null)
        {
            report.Add(At(origin, $"this {means} by `{gap.Field}` is not for {gap.Who}, {gap.HowFar}")
                .WithLabel($"asks for `{gap.Field}` of `{gap.Entity.Name.Name}`")
                .WithRelated(gap.Rule.Origin.Location, $"shows {gap.Who} the rows")
                .WithNote(gap.IsSometimes
                    ? "rows in which a caller may not read the field do not match, and sort as if it were null"
                    : "a caller who may not read the field is refused, for the answer would tell it")
                .WithHelp($"remove it from the {means}, or let {gap.Who} read `{gap.Field}`")
                .About($"{entity.Name}"));
        }
    }
}
