using Ashlar.Core.Analysis.Access;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>Personal data that anyone may read, or everyone who made an account.</summary>
internal sealed class PersonalDataPublic : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var isOpen = new Lazy<bool>(() => Grants.IsRegistrationOpen(facts));
        foreach (var entity in facts.Model.Entities)
        {
            var personal = entity.Fields.Where(field => field.IsPersonal).ToList();
            foreach (var rule in personal.Count == 0 ? [] : entity.Allowing(Operation.Read))
            {
                if (personal.Find(field => rule.Mentions(field.Name)) is { } field && IsPublic(facts, rule, isOpen))
                {
                    report.Add(Found(entity, rule, field));
                }
            }
        }
    }

    private static bool IsPublic(ModelFacts facts, AccessRule rule, Lazy<bool> isOpen) =>
        rule.LetsNobodyIn(facts)
        || (rule.Audience.Kind == AudienceKind.SignedIn && !rule.DependsOnCaller(facts) && isOpen.Value);

    private Diagnostic Found(Entity entity, AccessRule rule, Field field)
    {
        var message = $"{rule.Audience.Describe()} may read `{field.Name}` of `{entity.Name.Name}`, which is personal";
        var found = At(rule.Origin, message)
            .WithLabel($"covers `{field.Name}`")
            .WithRelated(field.Origin.Location, "marked `personal`")
            .WithHelp($"list the fields without `{field.Name}`, or let `where` ask who the caller is")
            .About($"{entity.Name}.{field.Name}");
        return rule.Audience.Kind == AudienceKind.Anyone ? found : found.WithNote("anyone may make an account");
    }
}
