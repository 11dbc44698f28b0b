using Ashlar.Core.Analysis.Access;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>
/// A view that names a field which some of those who may ask for it may read in no row: its rows would never be there for
/// them, and if they were, they would tell of it.
/// </summary>
internal sealed class ViewShowsHiddenField : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var view in facts.Model.Views.Where(view => view.AllRows is null))
        {
            var reads = view.Shown().SelectMany(part => ReadsOf(facts, part.Value, part.Origin)).ToList();
            var gaps =
                from rule in view.Access.Rules
                from audience in rule.Audience.Groups()
                from read in reads
                where !IsGranted(read.Entity, read.Field, audience)
                select (read, audience);
            report.AddRange(gaps.DistinctBy(gap => (gap.read.Entity.Name, gap.read.Field))
                .Select(gap => Found(view, gap.read.Entity, gap.read.Field, gap.read.Origin, gap.audience)));
        }
    }

    private static IEnumerable<(Entity Entity, string Field, Origin Origin)> ReadsOf(
        ModelFacts facts, Expression value, Origin origin) =>
        from access in FunctionInliner.Inline(value, facts.Model.Function).DescendantsAndSelf().OfType<FieldAccess>()
        where access.Field != "id" && !IsOfCaller(access)
        let entity = access.Target.Type is ReferenceType row ? facts.Model.Entity(row.Entity) : null
        where entity is { Access.Kind: not AccessKind.Missing }
        select (entity, access.Field, access.Origin.Path.Length > 0 ? access.Origin : origin);

    private static bool IsOfCaller(Expression value) => value is Variable { Kind: VariableKind.Caller }
        || (value is FieldAccess access && IsOfCaller(access.Target));

    private static bool IsGranted(Entity entity, string field, Audience audience) =>
        entity.Allowing(Operation.Read).Any(rule => rule.Audience.Covers(audience) && rule.Mentions(field));

    private Diagnostic Found(View view, Entity entity, string field, Origin origin, Audience audience)
    {
        var who = audience.Describe();
        return At(origin, $"`{view.Name.Name}` names `{field}` for {who}, who may not read it")
            .WithLabel($"`{field}` of `{entity.Name.Name}`")
            .WithRelated(entity.Access.Origin.Location, $"grants it to others only")
            .WithHelp($"leave it out, grant `read {{ {field} }} to {audience.Written()}`, or narrow the `access` of the view")
            .WithHelp("say `all rows because` with a reason, where everybody who may ask may see what comes of it")
            .About($"{view.Name}");
    }
}
