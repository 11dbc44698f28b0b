using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit.Entities;

/// <summary>One field of a created row.</summary>
internal sealed record CreatedField(Field Field, CreationSource Source)
{
    /// <summary>The value is known before the row is stored.</summary>
    public bool IsKnown => Source is CreationSource.Body or CreationSource.Default or CreationSource.Initial;

    /// <summary>The request carries it.</summary>
    public bool IsInBody => Source is CreationSource.Body or CreationSource.BodyOrDatabase;

    /// <summary>The request has to carry it.</summary>
    public bool IsRequired => Source == CreationSource.Body && WritableFields.IsRequired(Field);

    public bool IsList => Field.Type is ListType;
}
