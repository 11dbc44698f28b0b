using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds shapes: those that are extended or nested first, as none may reach itself.</summary>
internal static class ShapeBinder
{
    public static void BindHead(ShapeElement shape) =>
        shape.Entity = Lookup.Find<EntityElement>(shape.Site, shape.Syntax.Entity, Wanted.Entity);

    public static Shape? ToModel(ShapeElement shape) =>
        shape.Entity is not { } entity
            ? null
            : new Shape(shape.Name, entity.Name, Bind(shape), shape.Origin)
            {
                Documentation = shape.Syntax.Documentation,
                IsPublic = shape.IsPublic,
                Extends = shape.Extended?.Name,
            };

    private static ValueList<ShapeField> Bind(ShapeElement shape)
    {
        if (shape.Bound is { } known)
        {
            shape.Site.Names.Chain.Meet(shape);
            return known;
        }

        if (shape.IsBeingBound)
        {
            shape.Site.Add(RecursiveShape.At(shape.NameLocation, shape.Name.Name));
            return shape.Bound ??= [];
        }

        shape.IsBeingBound = true;
        var fields = shape.Site.Names.Chain.Follow(shape, () => BindFields(shape), []);
        shape.IsBeingBound = false;
        return shape.Bound ??= fields;
    }

    private static ValueList<ShapeField> BindFields(ShapeElement shape)
    {
        var fields = new List<ShapeField>(BaseFields(shape));
        var names = new Dictionary<string, Origin>(StringComparer.Ordinal);
        foreach (var inherited in fields)
        {
            names.TryAdd(inherited.Name, inherited.Origin);
        }

        foreach (var node in shape.Syntax.Fields.Where(node => !node.Name.IsMissing))
        {
            if (!names.TryAdd(node.Name.Text, shape.Site.OriginOf(node.Name)))
            {
                shape.Site.Add(DuplicateMember.At(shape.Site.At(node.Name), node.Name.Text, names[node.Name.Text].Location));
            }
            else if (shape.Entity is { } entity)
            {
                fields.Add(BindField(shape, entity, node));
            }
        }

        return fields.ToValueList();
    }

    private static ValueList<ShapeField> BaseFields(ShapeElement shape)
    {
        if (
            shape.Syntax.Extends is not { } written
            || Lookup.Find<ShapeElement>(shape.Site, written, Wanted.Shape) is not { } extended)
        {
            return [];
        }

        if (shape.Entity is not null && extended.Entity is not null && extended.Entity != shape.Entity)
        {
            shape.Site.Add(
                ShapeOfOther.At(shape.Site.At(written), extended.Name.Name, extended.Entity.Name.Name, shape.Entity.Name.Name));
        }

        shape.Extended = extended;
        return Bind(extended);
    }

    private static ShapeField BindField(ShapeElement shape, EntityElement entity, ShapeFieldSyntax node)
    {
        var site = shape.Site.About(node.Name.Text);
        var value = SessionToken(site, entity, node.Value)
            ?? Place.Anywhere.Verify(site, ExpressionBinder.BindAny(site, Scope.Of(entity), node.Value));
        var nested = node.Shape is { } written ? BindNested(site, written, node, value) : null;
        if (node.Shape is null && value.Type is ListType { Item: ReferenceType rows })
        {
            site.Add(ShapeNeedsNested.At(site, node, rows.Entity.Name));
        }

        if (value.Type is ScalarType { Scalar: Scalar.File } && !IsPath(value))
        {
            site.Add(FileForm.InShape(site, node));
        }

        return new ShapeField(node.Name.Text, value, nested?.Name, node.IsWhenAllowed, site.OriginOf(node.Name))
        {
            Documentation = node.Documentation,
        };
    }

    /// <summary>`session.token`, which is a value of its own and no part of an expression; null for anything else.</summary>
    private static Variable? SessionToken(Site site, EntityElement entity, ExpressionSyntax node) =>
        node is MemberAccessSyntax { Target: NameExpressionSyntax { Name.Text: "session" }, Name.Text: "token" }
        && entity.Fields.Find("session") is null
            ? new Variable(ScalarTypes.Of(Scalar.Text).AsNullable(true), VariableKind.SessionToken, "session.token")
            {
                Origin = site.OriginOf(node),
            }
            : null;

    /// <summary>A field of the row, or of a row that it refers to.</summary>
    private static bool IsPath(Expression value) =>
        value is Variable { Kind: VariableKind.This } || (value is FieldAccess access && IsPath(access.Target));

    private static ShapeElement? BindNested(Site site, QualifiedNameSyntax written, ShapeFieldSyntax node, Expression value)
    {
        if (Lookup.Find<ShapeElement>(site, written, Wanted.Shape) is not { } nested)
        {
            return null;
        }

        Bind(nested);
        var row = (value.Type as ListType)?.Item ?? value.Type;
        if (row is ReferenceType reference)
        {
            if (nested.Entity is { } entity && entity.Name != reference.Entity)
            {
                site.Add(ShapeOfOther.At(site.At(written), nested.Name.Name, entity.Name.Name, reference.Entity.Name));
            }
        }
        else if (row is not UnknownType)
        {
            site.Add(ShapeOfOther.NoRow(site, node.Value, row));
        }

        return nested;
    }
}
