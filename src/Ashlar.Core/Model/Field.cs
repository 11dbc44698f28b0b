using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>A field of an entity or of a value type, or an input of a function.</summary>
public sealed record Field(string Name, ModelType Type, Constraints Constraints, Origin Origin)
{
    public string Documentation { get; init; } = "";

    /// <summary>A value may be absent; the same as <see cref="ModelType.IsNullable"/> of the type.</summary>
    public bool IsOptional => Type.IsNullable;

    public bool IsUnique { get; init; }

    /// <summary>Never written through an API.</summary>
    public bool IsReadonly { get; init; }

    public bool IsPersonal { get; init; }

    /// <summary>An input that a request may leave out, so that the field of the row stays as it is.</summary>
    public bool IsChange { get; init; }

    /// <summary>The name of the flag that says whether a request has the field, as no written name is.</summary>
    public string IsSetName => Name + IsSetSuffix;

    public const string IsSetSuffix = "?";

    public Expression? Default { get; init; }

    /// <summary>`on update now`: set again at every change.</summary>
    public Expression? OnUpdate { get; init; }

    /// <summary>The value is derived from the row (and its owned lists); such a field is never written.</summary>
    public Expression? Computed { get; init; }

    /// <summary>`generated "ORD-{sequence}"`: set once, at creation.</summary>
    public Generated? Generated { get; init; }

    /// <summary>For references: what deleting the target does.</summary>
    public DeleteRule? OnDelete { get; init; }

    /// <summary>For collections of entities: how the rows are found.</summary>
    public Relation? Relation { get; init; }

    public StateMachine? State { get; init; }

    /// <summary>The reference back to the owner that an `owned` collection creates.</summary>
    public bool IsOwnerReference { get; init; }

    /// <summary>A column of the entity's own table holds it (scalars, enums, states, values, references).</summary>
    public bool IsStoredInRow => Computed is null && Relation is null && Type is not ListType;
}
