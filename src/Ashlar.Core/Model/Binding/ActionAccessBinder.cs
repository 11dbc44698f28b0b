using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds who may run an action from outside.</summary>
internal static class ActionAccessBinder
{
    public static ActionAccess Bind(ActionElement action, Scope scope)
    {
        var site = action.Site;
        var written = action.Syntax.Access;
        if (written.FirstOrDefault(line => !line.IsInternal) is { } rule && action.IsStarted)
        {
            site.Add(StartForm.WithAccess(site.At(rule), action.Name.Name));
            return new ActionAccess(AccessKind.Internal, []);
        }

        if (written.IsEmpty && !action.IsStarted)
        {
            site.Add(NoActionAccess.At(action));
            return ActionAccess.Missing;
        }

        if (written.FirstOrDefault(line => line.IsInternal) is null && !action.IsStarted)
        {
            return new ActionAccess(AccessKind.Rules, written.Select(line => BindRule(site, scope, line)).ToValueList());
        }

        foreach (var second in written.Skip(1))
        {
            site.Add(DuplicateMember.At(site.At(second), "access", site.At(written[0])));
        }

        return new ActionAccess(AccessKind.Internal, []);
    }

    /// <summary>One grant of an action or a view.</summary>
    public static ActionRule BindRule(Site site, Scope scope, ActionAccessSyntax node)
    {
        var roles = node
            .Roles.Select(role => Lookup.FindRole(site, role.Name))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToValueList();
        var known = scope.Knowing(node.Audience == AudienceKind.Anyone ? Facts.None : Facts.SignedIn);
        var where = node.Where is null ? null : ExpressionBinder.BindCondition(site, known, node.Where);
        return new ActionRule(new Audience(node.Audience, roles), where, site.OriginOf(node));
    }
}
