using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds who may do what: field lists turned into fields, roles and conditions resolved.</summary>
internal static class AccessBinder
{
    public static Access Bind(EntityElement entity)
    {
        if (entity.Access is { } known)
        {
            entity.Site.Names.Chain.Meet(entity);
            return known;
        }

        if (entity.IsAccessBeingBound)
        {
            // Entities that own each other in a circle; the circle of required references is reported elsewhere.
            return Access.Missing;
        }

        entity.IsAccessBeingBound = true;
        var access = entity.Site.Names.Chain.Follow(entity, () => BindMember(entity), Access.Missing);
        entity.IsAccessBeingBound = false;
        return entity.Access ??= access;
    }

    private static Access BindMember(EntityElement entity)
    {
        var members = entity.Syntax.Members.OfType<AccessSyntax>().ToList();
        foreach (var second in members.Skip(1))
        {
            entity.Site.Add(DuplicateMember.At(entity.Site.At(second), "access", entity.Site.At(members[0])));
        }

        if (members is not [var node, ..])
        {
            return Access.Missing;
        }

        var origin = entity.Site.OriginOf(node);
        if (node.IsInternal)
        {
            return new Access(AccessKind.Internal, [], [], origin);
        }

        return node.SameAs is { } owner ? OwnerAccess.Bind(entity, owner, origin) : BindRules(entity, node, origin);
    }

    private static Access BindRules(EntityElement entity, AccessSyntax node, Origin origin)
    {
        ReportContradictions(entity.Site, node);
        var never = node
            .Rules.Where(rule => rule.IsNever)
            .SelectMany(rule => rule.Operations)
            .Select(operation => operation.Operation);
        var rules = node.Rules.Where(rule => !rule.IsNever).SelectMany(rule => BindRule(entity, rule));
        return new Access(AccessKind.Rules, rules.ToValueList(), never.Distinct().Order().ToValueList(), origin);
    }

    private static void ReportContradictions(Site site, AccessSyntax node)
    {
        var granted = node.Rules.Where(rule => !rule.IsNever).SelectMany(rule => rule.Operations).ToList();
        foreach (var never in node.Rules.Where(rule => rule.IsNever).SelectMany(rule => rule.Operations))
        {
            if (granted.Find(one => one.Operation == never.Operation) is { } grant)
            {
                site.Add(NeverAndGranted.At(site, never, grant));
            }
        }
    }

    /// <summary>One written rule is several where its operations reach different fields.</summary>
    private static List<AccessRule> BindRule(EntityElement entity, AccessRuleSyntax node)
    {
        var site = entity.Site;
        var audience = new Audience(node.Audience, BindRoles(site, node));
        var scope = Scope.Of(entity).Knowing(node.Audience == AudienceKind.Anyone ? Facts.None : Facts.SignedIn);
        var where = node.Where is null
            ? null
            : Place.Anywhere.Verify(site, ExpressionBinder.BindCondition(site, scope, node.Where));
        var rules = new List<AccessRule>();
        foreach (var operation in node.Operations.Select(written => written.Operation).Distinct())
        {
            var fields = FieldsOf(entity, node, operation);
            var same = rules.FindIndex(rule => rule.Fields == fields);
            if (same >= 0)
            {
                rules[same] = rules[same] with { Operations = rules[same].Operations.Add(operation) };
            }
            else
            {
                var rule = new AccessRule([operation], audience, fields, where, site.OriginOf(node));
                rules.Add(rule with { CoversAllFields = node.Fields is null });
            }
        }

        return rules;
    }

    private static ValueList<string> BindRoles(Site site, AccessRuleSyntax node) =>
        node
            .Roles.Select(role => Lookup.FindRole(site, role.Name))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToValueList();

    private static ValueList<string> FieldsOf(EntityElement entity, AccessRuleSyntax node, Operation operation)
    {
        var all = entity.Fields.Slots.Where(slot => MayHave(operation, slot)).Select(slot => slot.Field.Name);
        if (node.Fields is not { } written)
        {
            return all.ToValueList();
        }

        if (operation == Operation.Delete)
        {
            if (node.Operations.All(one => one.Operation == Operation.Delete))
            {
                entity.Site.Add(DeleteTakesNoFields.At(entity.Site, node, written));
            }

            return [];
        }

        var named = FieldNames.Bind(entity, written).ToHashSet(StringComparer.Ordinal);
        if (node.IsExcept)
        {
            return all.Where(name => !named.Contains(name)).ToValueList();
        }

        ReportUnwritable(entity, node, written, operation);
        return entity.Fields.Slots
            .Where(slot => named.Contains(slot.Field.Name) && !(operation == Operation.Create && IsFile(slot)))
            .Select(slot => slot.Field.Name)
            .ToValueList();
    }

    private static void ReportUnwritable(
        EntityElement entity, AccessRuleSyntax node, IEnumerable<NameSyntax> written, Operation operation)
    {
        // A list for creating and updating names a file for the latter.
        var isUpdatedToo = node.Operations.Any(one => one.Operation == Operation.Update);
        foreach (var name in written)
        {
            if (operation != Operation.Read && entity.Fields.Find(name.Text) is { } slot && !MayHave(operation, slot)
                && !(isUpdatedToo && MayHave(Operation.Update, slot)))
            {
                var at = entity.Site.At(name);
                entity.Site.Add(MayHave(Operation.Update, slot) && IsFile(slot)
                    ? NotWritable.OfFile(at, slot)
                    : NotWritable.At(at, slot, operation));
            }
        }
    }

    /// <summary>What an operation without a field list reaches of an entity.</summary>
    public static bool MayHave(Operation operation, FieldSlot slot) =>
        operation switch
        {
            Operation.Read => !ScalarTypes.Is(slot.Field.Type, Types.Scalar.Password),
            Operation.Create => IsWritten(slot) && !IsFile(slot),
            Operation.Update => IsWritten(slot) && !slot.Field.IsOwnerReference,
            _ => false,
        };

    /// <summary>The bytes of a file are stored after its row is created.</summary>
    private static bool IsFile(FieldSlot slot) => ScalarTypes.Is(slot.Field.Type, Types.Scalar.File);

    private static bool IsWritten(FieldSlot slot) =>
        slot.Field is { IsReadonly: false, State: null, Relation: null or { Kind: RelationKind.Owned or RelationKind.Linked } }
        && slot.Modifiers is null or { Computed: null, Generated: null, OnUpdate: null };
}
