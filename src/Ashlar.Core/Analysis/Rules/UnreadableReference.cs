using Ashlar.Core.Analysis.Access;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>Somebody may write a reference, but may read no row that it could lead to.</summary>
internal sealed class UnreadableReference : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var entity in facts.Model.Entities)
        {
            foreach (var rule in entity.Access.Rules.Where(Writes))
            {
                report.AddRange(entity.Fields
                    .Where(field => IsSent(field, rule))
                    .SelectMany(field => Gaps(facts, entity, rule, field)));
            }
        }
    }

    private static bool Writes(AccessRule rule) =>
        rule.Operations.Items.Contains(Operation.Create) || rule.Operations.Items.Contains(Operation.Update);

    private static bool IsSent(Field field, AccessRule rule) =>
        field is { Type: ReferenceType, IsReadonly: false, IsOwnerReference: false, Computed: null } && rule.Mentions(field.Name);

    /// <summary>Some of `anyone` are signed in, which is enough for a reference to be sent by somebody.</summary>
    private static Audience Known(Audience audience) =>
        audience.Kind == AudienceKind.Anyone ? new(AudienceKind.SignedIn, []) : audience;

    private IEnumerable<Diagnostic> Gaps(ModelFacts facts, Entity entity, AccessRule rule, Field field)
    {
        if (facts.Model.Entity(((ReferenceType)field.Type).Entity) is not { Access.Kind: not AccessKind.Missing } target)
        {
            return [];
        }

        return
            from audience in rule.Audience.Groups()
            where !target.Allowing(Operation.Read).Any(other => other.Audience.Covers(Known(audience)))
            let who = audience.Describe()
            select At(rule.Origin, $"{who} may write `{field.Name}`, but may read no `{target.Name.Name}`")
                .WithLabel($"a request that sends `{field.Name}` is refused as not found")
                .WithRelated(target.Access.Origin.Location, "the rows that it could lead to")
                .WithHelp($"let {who} read some `{target.Name.Name}`, or leave `{field.Name}` out of this rule")
                .About($"{entity.Name}.{field.Name}");
    }
}
