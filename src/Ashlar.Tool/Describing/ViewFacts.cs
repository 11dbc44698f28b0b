using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Tool.Describing;

/// <summary>What follows about views: who may ask, whose rows they show, and what they read.</summary>
internal sealed class ViewFacts(SystemModel model, DeclaredText text)
{
    public Description Of(View view) => new("view", view.Name.ToString(), view.Origin)
    {
        Documentation = view.Documentation,
        Text = text.DeclarationOf(view.Origin),
        Sections =
        [
            Section.Of("access", ["who", "where"], Access(view)),
            Section.Of("rows", ["of", "which", "because"], [Rows(view)]),
            Section.Of("reads", ["field"], ReadsOf(view).Select(field => new[] { field })),
            Section.Of("shows", ["member", "type"], view.Columns.Select(column =>
                new[] { column.Name, TypeNames.Of(column.Value.Type) })),
            Endpoints.Section(Endpoints.OfViews(model).Where(row => row.Entity == view.Name)),
        ],
    };

    /// <summary>The views that go over the rows of an entity or read fields of them.</summary>
    public Section Showing(Entity entity) => Section.Of(
        "read by views",
        ["view", "who", "which", "because"],
        from view in model.Views
        where view.Entity == entity.Name
            || ReadsOf(view).Any(field => field.StartsWith($"{entity.Name}.", StringComparison.Ordinal))
        let rows = Rows(view)
        select new[] { view.Name.ToString(), Who(view), rows[1], rows[2] });

    /// <summary>What a role may ask for.</summary>
    public IEnumerable<string[]> AskedBy(string role) =>
        from view in model.Views
        from rule in view.Access.Rules
        where rule.Audience.Roles.Contains(role)
        select new[] { "view", view.Name.ToString(), ActionFacts.Where(rule) };

    private static IEnumerable<string[]> Access(View view) =>
        view.Access.Rules.Select(rule => new[] { EntityFacts.Who(rule.Audience), ActionFacts.Where(rule) });

    private static string Who(View view) => string.Join(", ", view.Access.Rules.Select(rule => EntityFacts.Who(rule.Audience)));

    private static string[] Rows(View view) => view.AllRows is { } reason
        ? [view.Entity.ToString(), "all rows", reason]
        : [view.Entity.ToString(), "those that the caller may read", ""];

    private IEnumerable<string> ReadsOf(View view) => view.Shown()
        .SelectMany(part => FunctionInliner.Inline(part.Value, model.Function).DescendantsAndSelf())
        .OfType<FieldAccess>()
        .Where(access => access.Target.Type is ReferenceType && access.Field != "id")
        .Select(access => $"{((ReferenceType)access.Target.Type).Entity}.{access.Field}")
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);
}
