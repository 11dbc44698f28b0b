using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Effects;

/// <summary>
/// All that an action may do, what it runs included: inferred from its steps, never declared. Every list is in canonical
/// order, each member once.
/// </summary>
public sealed record ActionEffects(ElementName Action)
{
    public static ActionEffects NoneOf(ElementName action) => new(action);

    /// <summary>Fields that its conditions and values read.</summary>
    public ValueList<FieldEffect> Reads { get; init; } = [];

    /// <summary>Fields that it sets in rows that are there already.</summary>
    public ValueList<FieldEffect> Writes { get; init; } = [];

    public ValueList<MoveEffect> Moves { get; init; } = [];

    /// <summary>Linked lists to which it adds rows.</summary>
    public ValueList<FieldEffect> Links { get; init; } = [];

    /// <summary>Linked lists from which it removes rows.</summary>
    public ValueList<FieldEffect> Unlinks { get; init; } = [];

    public ValueList<ElementName> Creates { get; init; } = [];

    public ValueList<ElementName> Deletes { get; init; } = [];

    public ValueList<ElementName> Emits { get; init; } = [];

    /// <summary>Actions that it runs, also those that these run.</summary>
    public ValueList<ElementName> Runs { get; init; } = [];

    /// <summary>Slots that it calls.</summary>
    public ValueList<ElementName> Calls { get; init; } = [];

    public ValueList<string> Grants { get; init; } = [];

    public ValueList<string> Revokes { get; init; } = [];

    /// <summary>It starts a session of an account.</summary>
    public bool SignsIn { get; init; }

    /// <summary>It changes something that stays: rows, roles or sessions.</summary>
    public bool ChangesAnything =>
        !(Writes.IsEmpty && Moves.IsEmpty && Creates.IsEmpty && Deletes.IsEmpty && Grants.IsEmpty && Revokes.IsEmpty
            && Links.IsEmpty && Unlinks.IsEmpty && !SignsIn);

    /// <summary>It changes this field of a row that is there already.</summary>
    public bool Changes(ElementName entity, string field) =>
        new[] { Writes, Links, Unlinks }.Any(changed => changed.Contains(new FieldEffect(entity, field)))
        || Moves.Any(move => move.Entity == entity && string.Equals(move.Field, field, StringComparison.Ordinal));

    /// <summary>Both together.</summary>
    public ActionEffects With(ActionEffects other) => this with
    {
        Reads = Join(Reads, other.Reads),
        Writes = Join(Writes, other.Writes),
        Moves = Join(Moves, other.Moves),
        Links = Join(Links, other.Links),
        Unlinks = Join(Unlinks, other.Unlinks),
        Creates = Join(Creates, other.Creates),
        Deletes = Join(Deletes, other.Deletes),
        Emits = Join(Emits, other.Emits),
        Runs = Join(Runs, other.Runs),
        Calls = Join(Calls, other.Calls),
        Grants = Join(Grants, other.Grants),
        Revokes = Join(Revokes, other.Revokes),
        SignsIn = SignsIn || other.SignsIn,
    };

    private static ValueList<T> Join<T>(ValueList<T> left, ValueList<T> right)
        where T : notnull =>
        left.Concat(right).Distinct().OrderBy(effect => effect.ToString(), StringComparer.Ordinal).ToValueList();
}

/// <summary>A field of the rows of an entity.</summary>
public sealed record FieldEffect(ElementName Entity, string Field)
{
    public override string ToString() => $"{Entity}.{Field}";
}

/// <summary>A state that is moved.</summary>
public sealed record MoveEffect(ElementName Entity, string Field, ValueList<string> From, string To)
{
    public override string ToString() => $"{Entity}.{Field}: {string.Join(" or ", From)} to {To}";
}
