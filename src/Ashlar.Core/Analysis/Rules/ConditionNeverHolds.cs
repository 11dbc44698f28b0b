using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A condition of a unique or exclusive rule or of a filter that no row fulfils.</summary>
internal sealed class ConditionNeverHolds : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var entity in facts.Model.Entities)
        {
            foreach (var rule in entity.Uniques)
            {
                CheckRule(facts, entity, rule.Name, rule.Where, report);
            }

            foreach (var rule in entity.Exclusives)
            {
                CheckRule(facts, entity, rule.Name, rule.Where, report);
            }
        }

        foreach (var expose in facts.Model.Apis.SelectMany(api => api.Exposes))
        {
            var only = expose.Endpoint(EndpointKind.List)?.Only?.Where;
            Check(facts, only, $"`only` leaves no `{expose.Entity.Name}`", $"{expose.Entity}", report);
            foreach (var filter in expose.Endpoint(EndpointKind.List)?.NamedFilters ?? [])
            {
                var message = $"the filter `{filter.Parameter.Name}` finds no `{expose.Entity.Name}`";
                Check(facts, filter.Condition, message, $"{expose.Entity}", report);
            }
        }
    }

    private void CheckRule(ModelFacts facts, Entity entity, string rule, Expression? where, DiagnosticBag report) =>
        Check(facts, where, $"`{rule}` holds for no `{entity.Name.Name}`", $"{entity.Name}.{rule}", report);

    private void Check(ModelFacts facts, Expression? condition, string message, string symbol, DiagnosticBag report)
    {
        if (condition is not null && !facts.Solver.CanHold(Goal.Holds(condition)))
        {
            report.Add(At(condition.Origin, message)
                .WithLabel("is false whatever the fields hold")
                .WithHelp("change the condition")
                .About(symbol));
        }
    }
}
