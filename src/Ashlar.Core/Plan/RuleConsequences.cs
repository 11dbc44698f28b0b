using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Plan;

/// <summary>Rules that rows which exist may break: the migration looks for those rows before it changes anything.</summary>
internal sealed class RuleConsequences(Correspondence pairs)
{
    public const string Broken = "rows that break it stop the migration, and are listed";

    public IEnumerable<Consequence> Of(Entity old, Entity now)
    {
        foreach (var field in now.Fields.Where(StoredData.IsStored))
        {
            if (pairs.OldOf(now, field) is { } was && StoredData.IsStored(was))
            {
                foreach (var text in Tighter(was, field))
                {
                    var path = ElementPath.OfField(now.Name, field.Name);
                    yield return Say(path, $"`{KindNames.Short(path)}` {text}; {Broken}");
                }
            }
        }

        var rules = now.Checks.Select(check => (ElementKind.Check, check.Name, check.Message))
            .Concat(now.Uniques.Select(rule => (ElementKind.Unique, rule.Name, rule.Message)))
            .Concat(now.Exclusives.Select(rule => (ElementKind.Exclusive, rule.Name, rule.Message)));
        foreach (var (kind, name, message) in rules)
        {
            var path = new ElementPath(kind, $"{now.Name}.{name}");
            if (pairs.OldOf(path) is null)
            {
                yield return Say(
                    path, $"`{now.Name.Name}` has the new rule `{name}` ({message}); {Broken}");
            }
        }

        foreach (var check in old.Checks)
        {
            if (pairs.NewOf(new ElementPath(ElementKind.Check, $"{old.Name}.{check.Name}")) is not null)
            {
                continue;
            }

            yield return new Consequence(
                ConsequencePart.Behaviour, ChangeClass.Behavioural, ElementPath.Of(ElementKind.Entity, now.Name),
                $"`{now.Name.Name}` no longer holds to `{check.Name}`: {check.Message}");
        }
    }

    private static Consequence Say(ElementPath path, string text) =>
        new(ConsequencePart.Behaviour, ChangeClass.Breaking, path, text);

    private static IEnumerable<string> Tighter(Field old, Field now)
    {
        var (was, rule) = (old.Constraints, now.Constraints);
        if (now.IsUnique && !old.IsUnique)
        {
            yield return "has to be unique";
        }

        if (Below(rule.MaxLength, was.MaxLength))
        {
            yield return $"has at most {rule.MaxLength} characters";
        }

        if (Below(was.MinLength ?? 0, rule.MinLength ?? 0))
        {
            yield return $"has at least {rule.MinLength} characters";
        }

        if (rule.Max is { } max && (was.Max is not { } oldMax || max < oldMax))
        {
            yield return $"is at most {BoundText.Of(now.Type, max)}";
        }

        if (rule.Min is { } min && (was.Min is not { } oldMin || min > oldMin))
        {
            yield return $"is at least {BoundText.Of(now.Type, min)}";
        }

        if (rule.Pattern is { } pattern && pattern != was.Pattern)
        {
            yield return $"matches `{pattern}`";
        }

        if (rule.IsNotBlank && !was.IsNotBlank)
        {
            yield return "is not blank";
        }

        if (Below(rule.MaxItems, was.MaxItems))
        {
            yield return $"has at most {rule.MaxItems} items";
        }
    }

    /// <summary>A bound that is lower than before, or that was not there.</summary>
    private static bool Below(int? now, int? was) => now is { } bound && (was is not { } old || bound < old);
}
