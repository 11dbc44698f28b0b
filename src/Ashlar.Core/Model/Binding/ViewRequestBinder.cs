using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds what somebody asks of a view in a scenario, and the rows that it is expected to give.</summary>
internal sealed class ViewRequestBinder(
    Site site, SystemModel model, ScenarioRows rows, IReadOnlyList<Api>? apis, QualifiedNameSyntax? through)
{
    public ViewRequest? Bind(RequestSyntax node, string? code)
    {
        if (Lookup.Find<ViewElement>(site, node.Target, Wanted.View) is not { Bound: { } view } element)
        {
            return null;
        }

        if (node is { Gives: { } given, Fails: not null })
        {
            site.Add(RefusedRow.Rows(site.At(given)));
        }

        if (apis?.FirstOrDefault(api => api.Views.Any(offer => offer.View == view.Name)) is not { } api)
        {
            ReportNotExposed(node, view);
            return null;
        }

        var members = new RequestValues(site, model, rows, isWhole: node.Fails is null);
        var inputs = node.Values ?? new ObjectSyntax([], node.Target.Span);
        var values = members.BindInputs(inputs, view.Name.Name, element.Inputs);
        members.ReportMissing(site.At(node.Target), inputs, view.Name.Name, view.Inputs.Where(WritableFields.IsRequired));
        var gives = node is { Gives: { } expected, Fails: null } ? BindRows(members, expected, view) : null;
        return new ViewRequest(api.Name, view.Name, values, gives, code, site.OriginOf(node));
    }

    private ValueList<ObjectContent>? BindRows(RequestValues members, ExpressionSyntax node, View view)
    {
        if (node is not ListSyntax list || list.Items.Any(item => item is not ObjectSyntax))
        {
            if (node is not MissingExpressionSyntax)
            {
                site.Add(SampleForm.Rows(site.At(node), view.Name.Name));
            }

            return null;
        }

        var columns = ColumnsOf(view);
        return list
            .Items.OfType<ObjectSyntax>()
            .Select(item => members.BindShown(item, view.Name.Name, columns))
            .ToValueList();
    }

    private FieldTable ColumnsOf(View view)
    {
        var columns = new FieldTable();
        foreach (var column in view.Columns)
        {
            var target = column.Value.Type is ReferenceType row ? site.Names.Find<EntityElement>(row.Entity) : null;
            var field = new Field(column.Name, column.Value.Type, Constraints.None, column.Origin);
            columns.Add(new FieldSlot(field, null, site) { Target = target });
        }

        return columns;
    }

    private void ReportNotExposed(RequestSyntax node, View view)
    {
        if (apis is not null)
        {
            site.Add(NotExposed.At(site.At(node.Target), $"view {view.Name.Name}", through?.ToString()));
        }
    }
}
