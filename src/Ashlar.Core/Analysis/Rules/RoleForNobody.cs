using Ashlar.Core.Analysis.Access;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A role that no account can ever get: nobody grants it, or only people of roles that nobody can get.</summary>
internal sealed class RoleForNobody : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var graph = new RoleGraph(facts.Model);
        foreach (var role in facts.Model.Roles.Where(role => facts.Principal is not null && !graph.IsReachable(role.Name)))
        {
            report.Add(Found(role));
        }
    }

    private Diagnostic Found(Role role)
    {
        var found = At(role.Origin, $"nobody can ever get the role `{role.Name}`")
            .WithLabel(role.GrantedBy.IsEmpty ? "no `granted by`" : $"granted only by {Listing.And(role.GrantedBy)}")
            .About(role.Name);
        return role.GrantedBy.IsEmpty
            ? found.WithHelp($"name who grants it, such as `role {role.Name} granted by {role.Name}`")
            : found.WithNote($"no member of {Listing.Or(role.GrantedBy)} can ever be appointed")
                .WithHelp("let one of the roles grant itself: the installation appoints its first member");
    }
}
