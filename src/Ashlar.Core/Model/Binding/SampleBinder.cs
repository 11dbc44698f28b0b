using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds rows for development: every field of its type, references to other samples by name.</summary>
internal sealed class SampleBinder
{
    private readonly Site _site;

    private SampleBinder(Site site) => _site = site;

    public static Sample? Bind(Declared<SampleSyntax> declared)
    {
        var (node, site) = declared;
        if (Lookup.Find<EntityElement>(site, node.Entity, Wanted.Entity) is not { } entity)
        {
            return null;
        }

        var values = new SampleBinder(site).BindValues(entity, node.Values, isOwned: false);
        return new Sample(node.Name.Text, entity.Name, BindRoles(site, node, entity), values, site.OriginOf(node.Entity))
        {
            Module = site.Module.Name,
        };
    }

    private static ValueList<string> BindRoles(Site site, SampleSyntax node, EntityElement entity)
    {
        if (node.Roles is [var first, ..] && !entity.Syntax.IsPrincipal)
        {
            site.Add(RolesOfOther.At(site.At(first), entity.Name.Name, site.Names.Principal?.Name.Name));
        }

        return node
            .Roles.Select(role => Lookup.FindRole(site, role))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToValueList();
    }

    private ValueList<SampleValue> BindValues(EntityElement entity, ObjectSyntax node, bool isOwned)
    {
        var given = new Dictionary<string, ArgumentSyntax>(StringComparer.Ordinal);
        var values = new List<SampleValue>();
        foreach (var argument in node.Fields.Where(argument => !argument.Name.IsMissing))
        {
            if (!given.TryAdd(argument.Name.Text, argument))
            {
                _site.Add(
                    DuplicateMember.At(_site.At(argument.Name), argument.Name.Text, _site.At(given[argument.Name.Text].Name)));
            }
            else if (FieldNames.Find(_site, entity, argument.Name) is { } slot && IsSettable(argument.Name, slot, isOwned))
            {
                values.Add(new SampleValue(slot.Field.Name, BindContent(argument.Value, slot), _site.OriginOf(argument.Name)));
            }
        }

        ReportMissing(entity, node, given, isOwned);
        return values.ToValueList();
    }

    private bool IsSettable(NameSyntax name, FieldSlot slot, bool isOwned)
    {
        var isDerived = slot.Modifiers is { Computed: not null } or { Generated: not null };
        var isFromOtherSide = slot.Field.Relation?.Kind is RelationKind.Inverse or RelationKind.LinkedInverse;
        if (isDerived || isFromOtherSide || (isOwned && slot.Field.IsOwnerReference))
        {
            _site.Add(NotSettable.At(_site.At(name), slot));
            return false;
        }

        return true;
    }

    private void ReportMissing(EntityElement entity, ObjectSyntax node, Dictionary<string, ArgumentSyntax> given, bool isOwned)
    {
        var missing = entity
            .Fields.Slots.Where(slot =>
                !given.ContainsKey(slot.Field.Name) && IsRequired(slot) && !(isOwned && slot.Field.IsOwnerReference))
            .Select(slot => slot.Field.Name)
            .ToList();
        if (missing.Count > 0)
        {
            _site.Add(MissingValue.At(_site.At(node), entity.Name.Name, missing));
        }
    }

    /// <summary>Nobody is signed in while samples are loaded, so a default that needs the caller gives none.</summary>
    private static bool IsRequired(FieldSlot slot)
    {
        var field = slot.Field;
        if (
            field.IsOptional
            || field.Type is ListType or StateType or UnknownType
            || field.Computed is not null
            || field.Generated is not null)
        {
            return false;
        }

        return field.Default is null
            || field.Default.DescendantsAndSelf().Any(node => node is Variable { Kind: VariableKind.Caller } or CallerIs);
    }

    private SampleContent BindContent(ExpressionSyntax node, FieldSlot slot) =>
        slot.Field.Relation?.Kind switch
        {
            RelationKind.Owned when slot.Target is { } child => BindRows(node, child),
            RelationKind.Linked when slot.Target is { } target => BindLinks(node, target),
            _ when slot.Field.Type is ReferenceType
                    && slot.Target is { } target
                    && node is not LiteralSyntax { Kind: LiteralKind.Null } => new SampleReference(ReferenceTo(node, target)),
            _ => BindConstant(node, slot),
        };

    private SampleConstant BindConstant(ExpressionSyntax node, FieldSlot slot)
    {
        var value = ExpressionBinder.BindValue(_site, Scope.Empty, node, slot.Field.Type);
        return new SampleConstant(Place.Sample.Verify(_site, value));
    }

    private SampleRows BindRows(ExpressionSyntax node, EntityElement child)
    {
        if (node is not ListSyntax list)
        {
            _site.Add(SampleForm.Rows(_site.At(node), child.Name.Name));
            return new SampleRows([]);
        }

        var rows = new List<SampleRow>();
        foreach (var item in list.Items)
        {
            if (item is ObjectSyntax row)
            {
                rows.Add(new SampleRow(BindValues(child, row, isOwned: true), _site.OriginOf(row)));
            }
            else if (item is not MissingExpressionSyntax)
            {
                _site.Add(SampleForm.Rows(_site.At(item), child.Name.Name));
            }
        }

        return new SampleRows(rows.ToValueList());
    }

    private SampleLinks BindLinks(ExpressionSyntax node, EntityElement target)
    {
        if (node is ListSyntax list)
        {
            return new SampleLinks(
                list.Items.Select(item => ReferenceTo(item, target)).Where(name => name.Length > 0).ToValueList());
        }

        _site.Add(SampleForm.Links(_site.At(node), target.Name.Name));
        return new SampleLinks([]);
    }

    /// <summary>The name of a sample of the entity; empty where there is none, which is reported.</summary>
    private string ReferenceTo(ExpressionSyntax node, EntityElement target)
    {
        if (node is not NameExpressionSyntax { Name: { IsMissing: false } name })
        {
            if (node is not MissingExpressionSyntax)
            {
                _site.Add(SampleForm.Reference(_site.At(node), target.Name.Name));
            }

            return "";
        }

        var samples = _site.Names.NamedSamples;
        if (!samples.TryGetValue(name.Text, out var found))
        {
            var ofTarget = samples
                .Values.Where(sample => sample.Syntax.Entity.Name.Text == target.Name.Name)
                .Select(sample => sample.Syntax.Name.Text);
            _site.Add(UnknownSample.At(_site.At(name), name.Text, target.Name.Name, ofTarget));
            return "";
        }

        if (found.Syntax.Entity.Name.Text != target.Name.Name)
        {
            _site.Add(UnknownSample.OfOther(_site.At(name), name.Text, found.Syntax.Entity.Name.Text, target.Name.Name));
        }

        return name.Text;
    }
}
