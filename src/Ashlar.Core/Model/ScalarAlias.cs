using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>
/// A named scalar such as `type Isbn = text length 13`. Fields that use it already carry its type and rules; the name
/// is kept for documentation and so that lists of values have a named item.
/// </summary>
public sealed record ScalarAlias(ElementName Name, ModelType Type, Constraints Constraints, Origin Origin)
{
    public string Documentation { get; init; } = "";

    public bool IsPublic { get; init; }

    /// <summary>The named scalar that this one builds on, if any.</summary>
    public ElementName? Basis { get; init; }
}
