using Ashlar.Core.Analysis.Access;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A password that others than its owner may set: whoever sets it can sign in as the owner.</summary>
internal sealed class OpenPassword : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        if (facts.Principal is not { } principal || Grants.PasswordOf(principal) is not { } password)
        {
            return;
        }

        foreach (var rule in principal.Allowing(Operation.Update).Where(rule => rule.Mentions(password.Name)))
        {
            if (rule.Audience.Kind != AudienceKind.Roles && !rule.DependsOnCaller(facts))
            {
                report.Add(At(rule.Origin, $"{rule.Audience.Describe()} may set the password of every `{principal.Name.Name}`")
                    .WithLabel($"covers `{password.Name}` in rows of other people")
                    .WithRelated(password.Origin.Location, "the password")
                    .WithHelp("restrict the rule with `where this == caller`")
                    .About($"{principal.Name}.{password.Name}"));
            }
        }
    }
}
