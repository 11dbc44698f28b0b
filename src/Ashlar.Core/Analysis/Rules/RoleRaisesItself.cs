using Ashlar.Core.Analysis.Access;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A role whose members can give themselves a role that may do more.</summary>
internal sealed class RoleRaisesItself : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        if (facts.Model.Roles.IsEmpty)
        {
            return;
        }

        var graph = new RoleGraph(facts.Model);
        foreach (var role in facts.Model.Roles)
        {
            foreach (var granter in role.GrantedBy.Where(granter => IsRaise(graph, granter, role.Name)))
            {
                report.Add(FoundGrant(facts, granter, role));
            }
        }

        CheckPasswords(facts, graph, report);
        CheckActions(facts, graph, report);
    }

    /// <summary>
    /// Actions that hand out a role to people who have less, and ask nothing of them. What a condition asks is not weighed.
    /// </summary>
    private void CheckActions(ModelFacts facts, RoleGraph graph, DiagnosticBag report)
    {
        foreach (var action in facts.Model.Actions)
        {
            foreach (var grant in action.Steps().OfType<GrantStatement>().Where(step => !step.IsRevoked))
            {
                foreach (var rule in action.Access.Rules.Where(rule => rule.Where is null && action.Requires.IsEmpty))
                {
                    if (TakerOf(graph, rule.Audience, grant.Role) is { } taker)
                    {
                        report.Add(At(grant.Origin, $"{taker} can take `{grant.Role}` by running `{action.Name.Name}`")
                            .WithLabel("granted without a condition")
                            .WithRelated(rule.Origin.Location, "who may run it")
                            .WithHelp("let a role that stands above grant it, or require something of who gets it")
                            .About($"{action.Name}"));
                    }
                }
            }
        }
    }

    private static string? TakerOf(RoleGraph graph, Audience audience, string role) =>
        audience.Kind == AudienceKind.Roles
            ? audience.Roles.Where(taker => IsRaise(graph, taker, role)).Select(taker => $"who has `{taker}`").FirstOrDefault()
            : audience.Describe();

    private static bool IsRaise(RoleGraph graph, string granter, string role) =>
        !string.Equals(granter, role, StringComparison.Ordinal)
        && !graph.IsRoot(granter)
        && (graph.HasMoreRights(role, granter) || (graph.CanBecome(role, granter) && !graph.HasMoreRights(granter, role)));

    private Diagnostic FoundGrant(ModelFacts facts, string granter, Role role)
    {
        var found = At(role.Origin, $"who has `{granter}` can take `{role.Name}` as well")
            .WithLabel($"granted by `{granter}`, and it may do more or grants `{granter}` in turn")
            .WithHelp($"let a role that stands above `{role.Name}` grant it")
            .About(role.Name);
        var other = facts.Model.Roles.FirstOrDefault(known => string.Equals(known.Name, granter, StringComparison.Ordinal));
        return other is null ? found : found.WithRelated(other.Origin.Location, "this role can raise itself");
    }

    /// <summary>Who sets a password can sign in with it, and has the roles of that account.</summary>
    private void CheckPasswords(ModelFacts facts, RoleGraph graph, DiagnosticBag report)
    {
        if (facts.Principal is not { } principal || Grants.PasswordOf(principal) is not { } password)
        {
            return;
        }

        foreach (var rule in principal.Allowing(Operation.Update))
        {
            if (rule.Audience.Kind == AudienceKind.Roles && rule.Mentions(password.Name) && !rule.DependsOnCaller(facts)
                && FindHigher(facts, graph, rule) is var (role, higher))
            {
                report.Add(At(rule.Origin, $"`{role}` may set any password, and so act with the rights of `{higher}`")
                    .WithLabel($"covers `{password.Name}` of every `{principal.Name.Name}`")
                    .WithHelp("restrict the rule with `where this == caller`, or leave the password out")
                    .About($"{principal.Name}.{password.Name}"));
            }
        }
    }

    private static (string Role, string Higher)? FindHigher(ModelFacts facts, RoleGraph graph, AccessRule rule)
    {
        foreach (var role in rule.Audience.Roles)
        {
            foreach (var other in facts.Model.Roles.Select(other => other.Name))
            {
                if (!string.Equals(role, other, StringComparison.Ordinal) && !graph.CanBecome(role, other)
                    && graph.HasOtherRights(other, role))
                {
                    return (role, other);
                }
            }
        }

        return null;
    }
}
