namespace Ashlar.Kernel;

/// <summary>
/// What a broken constraint of the schema means to the caller, by the constraint's name. Modules add their own at start.
/// </summary>
public sealed class Constraints
{
    private readonly Dictionary<string, Refusal> _refusals = new(StringComparer.Ordinal);

    /// <summary>Adds the constraints of a module.</summary>
    public void Add(IReadOnlyDictionary<string, Refusal> refusals)
    {
        foreach (var (name, refusal) in refusals)
        {
            _refusals.Add(name, refusal);
        }
    }

    /// <summary>The refusal for a violation.</summary>
    internal Refusal Explain(ConstraintViolationException violation) => violation.Kind switch
    {
        ViolationKind.InUse => Refusal.InUse,
        _ when _refusals.TryGetValue(violation.Constraint, out var refusal) => refusal,
        ViolationKind.Missing => Refusal.ReferenceNotFound(),
        ViolationKind.Unique or ViolationKind.Exclusive => Refusal.Taken("Another row has this value."),
        // What requests say was measured before; a bound is broken by what the database worked out.
        _ => Refusal.OutOfRange,
    };
}
