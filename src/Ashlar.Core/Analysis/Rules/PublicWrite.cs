using Ashlar.Core.Analysis.Access;
using Ashlar.Core.Analysis.Effects;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>
/// Rows that people who are not signed in may write, or actions that write and that they may run. Making one's own account
/// is no finding.
/// </summary>
internal sealed class PublicWrite : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var entity in facts.Model.Entities)
        {
            foreach (var rule in entity.Access.Rules.Where(rule => rule.LetsNobodyIn(facts)))
            {
                var writes = rule.Operations.Where(operation => IsOpen(entity, rule, operation)).ToList();
                if (writes.Count > 0)
                {
                    report.Add(Found(entity, rule, writes));
                }
            }
        }

        CheckActions(facts, report);
    }

    private void CheckActions(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var action in facts.Model.Actions)
        {
            var effects = facts.Effects.Of(action);
            var isOpen = effects.ChangesAnything || !effects.Emits.IsEmpty;
            if (isOpen && !IsRegistration(facts, effects) && !ProvesWhoAsks(action))
            {
                foreach (var rule in action.Access.Rules.Where(rule => action.LetsNobodyIn(rule, facts)))
                {
                    report.Add(Found(action, rule));
                }
            }
        }
    }

    /// <summary>It makes an account and signs it in, and nothing else.</summary>
    private static bool IsRegistration(ModelFacts facts, ActionEffects effects) =>
        effects.SignsIn && effects.Creates is [var made] && made == facts.Principal?.Name
        && !(effects with { SignsIn = false, Creates = [] }).ChangesAnything;

    /// <summary>Whoever lacks the password of an account is refused, and all is undone.</summary>
    private static bool ProvesWhoAsks(ActionDefinition action) => action.Body.Any(step => step is AuthenticateStatement);

    private Diagnostic Found(ActionDefinition action, ActionRule rule)
    {
        var found = At(rule.Origin, $"anyone may run `{action.Name.Name}`, which changes something, without signing in")
            .WithLabel("this rule asks for no account")
            .WithHelp("grant it to `signed in`, or to a role")
            .About($"{action.Name}");
        return rule.Where is null ? found : found.WithNote("the condition can hold where `caller` is null");
    }

    private static bool IsOpen(Entity entity, AccessRule rule, Operation operation) =>
        operation != Operation.Read && !(operation == Operation.Create && IsRegistration(entity, rule));

    private static bool IsRegistration(Entity entity, AccessRule rule) =>
        entity.IsPrincipal && Grants.PasswordOf(entity) is { } password && rule.Mentions(password.Name);

    private Diagnostic Found(Entity entity, AccessRule rule, List<Operation> writes)
    {
        var found = At(rule.Origin, $"anyone may {Grants.Describe(writes)} rows of `{entity.Name.Name}` without signing in")
            .WithLabel("this rule asks for no account")
            .WithHelp("grant it to `signed in`, or to a role")
            .About($"{entity.Name}");
        return rule.Where is null
            ? found
            : found.WithNote("the condition can hold where `caller` is null, such as for a row whose owner is null too");
    }
}
