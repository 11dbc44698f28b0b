using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>Who may do what with the rows of an entity. Rules only grant; several mean any of them.</summary>
public sealed record Access(AccessKind Kind, ValueList<AccessRule> Rules, ValueList<Operation> Never, Origin Origin)
{
    public static Access Missing { get; } = new(AccessKind.Missing, [], [], default);

    /// <summary>`access as order`: the reference to the owner whose rules hold here.</summary>
    public string SameAs { get; init; } = "";
}

public enum AccessKind
{
    /// <summary>Nothing is written, which does not check.</summary>
    Missing,
    Rules,

    /// <summary>`access as order`; <see cref="Access.Rules"/> then holds the owner's rules rewritten for this entity.</summary>
    SameAsOwner,

    /// <summary>No API reaches the rows.</summary>
    Internal,
}

/// <summary>One grant. <see cref="Fields"/> is already resolved: `except` is turned round, no list means all.</summary>
public sealed record AccessRule(
    ValueList<Operation> Operations, Audience Audience, ValueList<string> Fields, Expression? Where, Origin Origin)
{
    /// <summary>The author wrote no field list.</summary>
    public bool CoversAllFields { get; init; }
}

/// <summary>The people of a rule.</summary>
public sealed record Audience(AudienceKind Kind, ValueList<string> Roles);
