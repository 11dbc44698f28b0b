using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>
/// Something with identity whose rows are stored. The implicit `id` and row version are not among the fields; the
/// reference back that `owned` creates is (<see cref="Field.IsOwnerReference"/>).
/// </summary>
public sealed record Entity(ElementName Name, ValueList<Field> Fields, Origin Origin)
{
    public string Documentation { get; init; } = "";

    /// <summary>The written plural, or the derived one, in Pascal case: `Books`, `People`.</summary>
    public string Plural { get; init; } = "";

    public bool IsPrincipal { get; init; }

    /// <summary>Fields that modules which use this one may read; null when the entity is not public.</summary>
    public ValueList<string>? PublicFields { get; init; }

    public ValueList<Check> Checks { get; init; } = [];

    public ValueList<UniqueRule> Uniques { get; init; } = [];

    public ValueList<ExclusiveRule> Exclusives { get; init; } = [];

    public ValueList<Index> Indexes { get; init; } = [];

    public Search? Search { get; init; }

    /// <summary>What is granted; nothing else is. For `access as owner` the owner's rules, seen through the reference.</summary>
    public Access Access { get; init; } = Access.Missing;

    /// <summary>The entity that owns this one's rows; null for most.</summary>
    public ElementName? Owner { get; init; }

    public Field? Field(string name) => Fields.FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.Ordinal));
}
