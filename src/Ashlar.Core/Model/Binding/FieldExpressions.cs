using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds defaults, computed and generated values, when all fields and functions are known.</summary>
internal static class FieldExpressions
{
    public static void Bind(EntityElement entity)
    {
        var scope = Scope.Of(entity);
        var creating = NeedsSignIn(entity) ? scope.Knowing(Facts.SignedIn) : scope;
        foreach (var slot in entity.Fields.Slots)
        {
            if (slot.Modifiers is { HasExpressions: true } words)
            {
                slot.Field = slot.Field with
                {
                    Default = Value(slot, creating, words.Default?.Value, Place.Default),
                    OnUpdate = Value(slot, scope, words.OnUpdate?.Value, Place.Default),
                    Computed = Value(slot, scope, words.Computed?.Value, Place.Computed),
                    Generated = words.Generated is { } generated ? BindGenerated(slot, generated) : null,
                };
            }
        }
    }

    /// <summary>Values have no row of their own.</summary>
    public static void Bind(ValueElement value)
    {
        foreach (var slot in value.Fields.Slots.Where(slot => slot.Modifiers is { HasExpressions: true }))
        {
            slot.Field = slot.Field with
            {
                Default = Value(slot, Scope.Empty, slot.Modifiers?.Default?.Value, Place.ValueDefault),
            };
        }
    }

    /// <summary>What a request means that leaves a parameter of a view or an action out.</summary>
    public static void BindParameters(FieldTable inputs)
    {
        foreach (var slot in inputs.Slots.Where(slot => slot.Modifiers is { HasExpressions: true }))
        {
            var value = Value(slot, Scope.Empty, slot.Modifiers?.Default?.Value, Place.ParameterDefault);
            if (value is not (null or Literal or Variable) && slot.Modifiers?.Default is { } written)
            {
                slot.Site.Add(ParameterDefault.At(slot.Site, written.Value));
                value = null;
            }

            slot.Field = slot.Field with { Default = value };
        }
    }

    private static Expression? Value(FieldSlot slot, Scope scope, ExpressionSyntax? node, Place place) =>
        node is null ? null : place.Verify(slot.Site, ExpressionBinder.BindValue(slot.Site, scope, node, slot.Field.Type));

    private static Generated BindGenerated(FieldSlot slot, GeneratedSyntax node)
    {
        var isNumber = ScalarTypes.IsNumber(slot.Field.Type);
        if (node.Template is null)
        {
            if (!isNumber)
            {
                slot.Site.Add(GeneratedForm.NumberForText(slot.Site, node));
            }

            return new Generated((Expression?)null);
        }

        if (isNumber)
        {
            slot.Site.Add(GeneratedForm.TextForNumber(slot.Site, node));
            return new Generated((Expression?)null);
        }

        var scope = Scope.Empty with { HasSequence = true };
        var template = ExpressionBinder.BindValue(slot.Site, scope, node.Template, ScalarTypes.Of(Scalar.Text));
        if (!HasSequence(template))
        {
            slot.Site.Add(GeneratedForm.WithoutSequence(slot.Site, node));
        }

        return new Generated(Place.Generated.Verify(slot.Site, template));
    }

    private static bool HasSequence(Expression template) =>
        template is Template parts
        && parts.Parts.Any(part => part is Variable { Kind: VariableKind.Sequence } or { Type: UnknownType });

    /// <summary>Every rule that lets somebody create a row asks for a caller, so a default may rely on one.</summary>
    private static bool NeedsSignIn(EntityElement entity) =>
        entity
            .Syntax.Members.OfType<AccessSyntax>()
            .SelectMany(access => access.Rules)
            .Where(rule => rule.Operations.Any(operation => operation.Operation == Operation.Create))
            .All(rule => rule.Audience != AudienceKind.Anyone);
}
