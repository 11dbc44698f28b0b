using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Entities;

/// <summary>One field of a created row.</summary>
internal sealed record CreatedField(Field Field, CreationSource Source)
{
    /// <summary>The value is known before the row is stored.</summary>
    public bool IsKnown => Source is CreationSource.Body or CreationSource.Default or CreationSource.Initial;

    /// <summary>The row in memory has it: its value, or what the request says of it.</summary>
    public bool IsHeld => IsKnown || IsChange;

    /// <summary>What the request may leave to the database is held as a change.</summary>
    public bool IsChange => Source == CreationSource.BodyOrDatabase;

    /// <summary>The request carries it.</summary>
    public bool IsInBody => Source == CreationSource.Body || IsChange;

    /// <summary>The request has to carry it.</summary>
    public bool IsRequired => Source == CreationSource.Body && WritableFields.IsRequired(Field);

    public bool IsList => Field.Type is ListType;
}
