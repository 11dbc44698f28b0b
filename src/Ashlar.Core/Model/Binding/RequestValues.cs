using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// Binds the body of a request: constants, names of rows, lists and objects, each as its field takes it. What the server
/// would refuse anyway may only be left out, never be of another type.
/// </summary>
/// <param name="isWhole">The request succeeds, so everything that is required has a value.</param>
internal sealed class RequestValues(Site site, SystemModel model, ScenarioRows rows, bool isWhole)
{
    /// <summary>The members of the body of a row.</summary>
    public ValueList<RequestValue> Bind(ObjectSyntax node, EntityElement entity, IReadOnlyList<Field> carried, string request) =>
        BindMembers(node, entity.Fields, name => Refuse(name, entity, carried, request));

    /// <summary>The inputs of an action.</summary>
    public ValueList<RequestValue> BindInputs(ObjectSyntax node, ActionElement action) =>
        BindInputs(node, action.Name.Name, action.Inputs);

    /// <summary>The inputs of an action or a view.</summary>
    public ValueList<RequestValue> BindInputs(ObjectSyntax node, string owner, FieldTable inputs) =>
        BindMembers(
            node,
            inputs,
            name => inputs.Find(name.Text) is null
                ? UnknownArgument.At(site.At(name), owner, name.Text, inputs.Names)
                : null);

    /// <summary>What matters of a row that a view gives.</summary>
    public ObjectContent BindShown(ObjectSyntax node, string view, FieldTable columns) =>
        new(BindMembers(
            node,
            columns,
            name => columns.Find(name.Text) is null
                ? UnknownField.At(site.At(name), view, name.Text, columns.Names)
                : null));

    public void ReportMissing(Location at, ObjectSyntax node, string owner, IEnumerable<Field> fields)
    {
        var missing = isWhole ? Lacking(node, fields.Where(WritableFields.IsRequired)) : [];
        if (missing.Count > 0)
        {
            site.Add(MissingValue.At(at, owner, missing));
        }
    }

    /// <summary>Without the row of its path there is no request at all, not even one that fails.</summary>
    public void ReportMissing(Location at, ObjectSyntax node, ActionElement action, string? rowInput)
    {
        var required = action.Inputs.Slots.Select(slot => slot.Field).Where(field => IsNeeded(field, rowInput));
        var missing = Lacking(node, required);
        if (missing.Count > 0)
        {
            site.Add(MissingArgument.At(at, action.Name.Name, missing));
        }
    }

    private bool IsNeeded(Field field, string? rowInput) =>
        field.Name == rowInput || (isWhole && WritableFields.IsRequired(field));

    private static List<string> Lacking(ObjectSyntax node, IEnumerable<Field> required)
    {
        var given = node.Fields.Select(argument => argument.Name.Text).ToHashSet(StringComparer.Ordinal);
        return [.. required.Select(field => field.Name).Where(name => !given.Contains(name))];
    }

    private Diagnostic? Refuse(NameSyntax name, EntityElement entity, IReadOnlyList<Field> carried, string request)
    {
        if (carried.Any(field => field.Name == name.Text))
        {
            return null;
        }

        return entity.Fields.Find(name.Text) is { } slot
            ? NotInBody.At(site.At(name), request, slot)
            : UnknownField.At(site.At(name), entity.Name.Name, name.Text, carried.Select(field => field.Name));
    }

    private ValueList<RequestValue> BindMembers(ObjectSyntax node, FieldTable fields, Func<NameSyntax, Diagnostic?> refuse)
    {
        var seen = new Dictionary<string, NameSyntax>(StringComparer.Ordinal);
        var values = new List<RequestValue>();
        foreach (var (name, value, _) in node.Fields.Where(argument => !argument.Name.IsMissing))
        {
            if (!seen.TryAdd(name.Text, name))
            {
                site.Add(DuplicateMember.At(site.At(name), name.Text, site.At(seen[name.Text])));
            }
            else if (refuse(name) is { } found)
            {
                site.Add(found);
            }
            else if (fields.Find(name.Text) is { } slot && BindContent(value, slot.Field.Type, slot) is { } content)
            {
                values.Add(new RequestValue(name.Text, content, site.OriginOf(name)));
            }
        }

        return values.ToValueList();
    }

    /// <summary>The content of a value; null where it is not what its field takes, which is reported.</summary>
    private RequestContent? BindContent(ExpressionSyntax node, ModelType type, FieldSlot slot) =>
        (node, type) switch
        {
            (MissingExpressionSyntax, _) => null,
            (LiteralSyntax { Kind: LiteralKind.Null }, _) => BindConstant(node, type),
            (_, ListType list) => BindList(node, list, slot),
            (_, ReferenceType) when slot.Target is { } target => BindRow(node, target),
            (ObjectSyntax written, Types.ValueType value) when site.Names.Find<ValueElement>(value.Value) is { } element =>
                BindObject(written, element),
            _ => BindConstant(node, type),
        };

    private ConstantContent BindConstant(ExpressionSyntax node, ModelType type)
    {
        var value = ExpressionBinder.BindValue(site, rows.Scope, node, type);
        return new ConstantContent(Place.Request.VerifyConstant(site, value));
    }

    private RowContent? BindRow(ExpressionSyntax node, EntityElement target)
    {
        if (node is NameExpressionSyntax { Name: var name })
        {
            return rows.FindOf(name, target) is { } row ? new RowContent(row) : null;
        }

        site.Add(SampleForm.Reference(site.At(node), target.Name.Name));
        return null;
    }

    private RequestContent? BindList(ExpressionSyntax node, ListType type, FieldSlot slot)
    {
        if (node is ListSyntax list)
        {
            return new ListContent(list.Items.Select(item => BindItem(item, type, slot)).OfType<RequestContent>().ToValueList());
        }

        if (slot.Target is not { } target)
        {
            return BindConstant(node, type);
        }

        var (at, name) = (site.At(node), target.Name.Name);
        site.Add(IsOwned(slot) ? SampleForm.Rows(at, name) : SampleForm.Links(at, name));
        return null;
    }

    private RequestContent? BindItem(ExpressionSyntax node, ListType type, FieldSlot slot)
    {
        if (slot.Target is not { } child || !IsOwned(slot) || node is MissingExpressionSyntax)
        {
            return BindContent(node, type.Item, slot);
        }

        if (node is ObjectSyntax row && model.Entity(child.Name) is { } entity)
        {
            return BindOwned(row, child, [.. WritableFields.OfOwned(entity)]);
        }

        site.Add(SampleForm.Rows(site.At(node), child.Name.Name));
        return null;
    }

    private static bool IsOwned(FieldSlot slot) => slot.Field.Relation?.Kind == RelationKind.Owned;

    private ObjectContent BindOwned(ObjectSyntax node, EntityElement child, IReadOnlyList<Field> carried)
    {
        ReportMissing(site.At(node), node, child.Name.Name, carried);
        return new ObjectContent(Bind(node, child, carried, $"{child.Name.Name} with its owner"));
    }

    private ObjectContent BindObject(ObjectSyntax node, ValueElement value)
    {
        var fields = value.Fields;
        var values = BindMembers(
            node,
            fields,
            name => fields.Find(name.Text) is null
                ? UnknownField.At(site.At(name), value.Name.Name, name.Text, fields.Names)
                : null);
        ReportMissing(site.At(node), node, value.Name.Name, fields.ToModel());
        return new ObjectContent(values);
    }
}
