using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Emit.Sql;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>The database refuses a row of the samples for a reason that the check of the model could not know.</summary>
internal sealed class SampleRefused : Rule
{
    public static Diagnostic By(SystemModel model, string constraint)
    {
        if (ConstraintElements.Find(model, constraint) is not var (entity, member))
        {
            return Diagnostic.Of<SampleRefused>(Location.None, "the database refuses a sample")
                .WithNote($"it names the constraint `{constraint}`")
                .WithHelp("compare the samples with the rules of their entities");
        }

        var samples = model.Samples.Where(sample => sample.Entity == entity.Name).ToList();
        var found = Diagnostic.Of<SampleRefused>(
                samples is [var one, ..] ? one.Origin.Location : entity.Origin.Location,
                $"the database refuses {Described(samples, entity.Name)}: `{member}` does not hold")
            .WithLabel(samples.Count > 1 ? "the first of them" : "")
            .WithHelp("change the values that the rule reads")
            .About($"{entity.Name}.{member}");
        return RuleOf(entity, member) is { } origin ? found.WithRelated(origin.Location, "the rule") : found;
    }

    private static string Described(List<Sample> samples, ElementName entity) => samples switch
    {
        [{ Name.Length: > 0 } only] => $"the sample `{only.Name}`",
        [_] => $"the sample of `{entity.Name}`",
        [] => $"a row of `{entity.Name}` in a sample",
        _ => $"one of the {samples.Count} samples of `{entity.Name}`",
    };

    private static Origin? RuleOf(Entity entity, string member) =>
        entity.Checks.Where(rule => rule.Name == member).Select(rule => rule.Origin)
            .Concat(entity.Uniques.Where(rule => rule.Name == member).Select(rule => rule.Origin))
            .Concat(entity.Exclusives.Where(rule => rule.Name == member).Select(rule => rule.Origin))
            .Concat(entity.Fields.Where(field => field.Name == member).Select(field => field.Origin))
            .Select(origin => (Origin?)origin)
            .FirstOrDefault();
}
