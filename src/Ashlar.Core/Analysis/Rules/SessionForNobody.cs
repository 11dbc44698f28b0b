using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>An action that signs an account in where no api knows its callers by such sessions.</summary>
internal sealed class SessionForNobody : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        if (facts.Model.Apis.Any(api => api.SignIn is { Kind: SignInKind.Password }))
        {
            return;
        }

        foreach (var action in facts.Model.AllActions)
        {
            foreach (var step in action.Steps().OfType<SignInStatement>())
            {
                report.Add(At(step.Origin, $"`{action.Name.Name}` starts a session that no api knows")
                    .WithLabel("its token is refused everywhere")
                    .WithHelp("write `sign in with password` in the api that its callers use")
                    .About($"{action.Name}"));
            }
        }
    }
}
