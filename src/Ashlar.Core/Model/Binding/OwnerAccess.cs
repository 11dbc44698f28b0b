using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// `access as order`: who may read the list in the owner may read its rows, who may update it may make, change and
/// remove them. Making rows together with a new owner is the owner's own `create`.
/// </summary>
internal static class OwnerAccess
{
    public static Access Bind(EntityElement entity, NameSyntax reference, Origin origin)
    {
        var none = new Access(AccessKind.SameAsOwner, [], [], origin) { SameAs = reference.Text };
        if (reference.IsMissing)
        {
            return none;
        }

        if (FieldNames.Find(entity, reference) is not { } slot)
        {
            return none;
        }

        if (!slot.Field.IsOwnerReference || entity is not { Owner: { } owner, OwnedBy: { } list })
        {
            entity.Site.Add(AccessAsOther.At(entity.Site, reference, entity.Owner));
            return none;
        }

        var access = AccessBinder.Bind(owner);
        return access.Kind == AccessKind.Internal
            ? new Access(AccessKind.Internal, [], [], origin) { SameAs = reference.Text }
            : none with { Rules = access.Rules.SelectMany(rule => Rewrite(entity, slot, list, rule)).ToValueList() };
    }

    private static IEnumerable<AccessRule> Rewrite(EntityElement entity, FieldSlot reference, FieldSlot list, AccessRule rule)
    {
        if (!rule.Fields.Contains(list.Field.Name))
        {
            yield break;
        }

        var where = rule.Where is null ? null : new ThroughReference(entity, reference.Field).Rewrite(rule.Where);
        Operation[] granted =
        [
            .. rule.Operations.Contains(Operation.Read) ? [Operation.Read] : Array.Empty<Operation>(),
            .. rule.Operations.Contains(Operation.Update)
                ? [Operation.Create, Operation.Update, Operation.Delete]
                : Array.Empty<Operation>(),
        ];
        foreach (var operation in granted)
        {
            var fields = entity.Fields.Slots.Where(slot => AccessBinder.MayHave(operation, slot)).Select(slot => slot.Field.Name);
            yield return new AccessRule([operation], rule.Audience, fields.ToValueList(), where, rule.Origin)
            {
                CoversAllFields = true,
            };
        }
    }

    /// <summary>The owner's row, seen from the row that it owns.</summary>
    private sealed class ThroughReference(EntityElement entity, Field reference) : ExpressionRewriter
    {
        public override Expression Visit(Variable node) =>
            node.Kind == VariableKind.This
                ? new FieldAccess(
                    node.Type,
                    new Variable(entity.Type, VariableKind.This, node.Name) { Origin = node.Origin },
                    reference.Name)
                {
                    Origin = node.Origin,
                }
                : node;
    }
}
