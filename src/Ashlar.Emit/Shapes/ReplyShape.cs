using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;

namespace Ashlar.Emit.Shapes;

/// <summary>
/// The JSON of a row: a declared shape, or the view of all fields that the caller may read. It is known by its name.
/// </summary>
internal sealed class ReplyShape(ElementName name, Entity entity, ImmutableArray<ReplyKey> keys)
{
    public ElementName Name { get; } = name;

    public Entity Entity { get; } = entity;

    public ImmutableArray<ReplyKey> Keys { get; } = keys;

    public string Documentation { get; init; } = "";

    /// <summary>Where it comes from, for the header: `shape Catalog.BookCard`.</summary>
    public (string Kind, ElementName Element) Source { get; init; }
}
