using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds what a slot answers in a scenario.</summary>
internal static class DoubleBinder
{
    public static SlotAnswer? Bind(Site site, Scope scope, DoubleSyntax node)
    {
        if (Lookup.Find<SlotElement>(site, node.Slot, Wanted.Slot) is not { } slot)
        {
            return null;
        }

        if (!EffectBinder.HasEffect(slot.Syntax))
        {
            site.Add(DoubleForm.WithoutEffect(site, node.Slot, slot));
            return null;
        }

        if (node.Times is { Value: < 1 or > DoubleForm.MostTimes } wrong)
        {
            site.Add(DoubleForm.Times(site, wrong));
        }

        if (node.Fails is { IsMissing: false } failure
            && slot.Syntax.Failures.All(known => known.Name.Text != failure.Text))
        {
            site.Add(DoubleForm.UnknownFailure(site, failure, slot));
            return null;
        }

        return new SlotAnswer(
            slot.Name, node.Fails?.Text, node.Gives is { } gives ? Values(site, scope, slot, gives) : null,
            node.Times is { } times ? (int)times.Value : null, site.OriginOf(node));
    }

    private static ValueList<GivenValue> Values(Site site, Scope scope, SlotElement slot, ExpressionSyntax node)
    {
        if (slot.GivesOne && slot.Outputs.Find(SlotOutput.Only) is { } only)
        {
            var value = Constant(site, ExpressionBinder.BindValue(site, scope, node, only.Field.Type));
            return [new GivenValue(SlotOutput.Only, value, site.OriginOf(node))];
        }

        if (node is not ObjectSyntax members)
        {
            if (node is not MissingExpressionSyntax)
            {
                site.Add(DoubleForm.Several(site, node, slot));
            }

            return [];
        }

        var given = new GivenValues(site, scope, members);
        var values = given.Bind(
            slot.Outputs, name => UnknownField.At(site.At(name), slot.Name.Name, name.Text, slot.Outputs.Names), (_, _) => true);
        var missing = given.Lacking(slot.Outputs.Slots.Where(output => !output.Field.IsOptional));
        if (missing.Count > 0)
        {
            site.Add(MissingValue.At(site.At(node), slot.Name.Name, missing));
        }

        return values.Select(value => value with { Value = Constant(site, value.Value) }).ToValueList();
    }

    private static Expression Constant(Site site, Expression value) => Place.Given.VerifyConstant(site, value);
}
