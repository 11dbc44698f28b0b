using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Describing;

/// <summary>What there is to know about one element of a model: its own text, and what follows from the rest.</summary>
internal sealed record Description(string Kind, string Name, Origin Origin)
{
    public string Documentation { get; init; } = "";

    /// <summary>Its declaration as written; empty for the system as a whole.</summary>
    public string Text { get; init; } = "";

    public ImmutableArray<Section> Sections { get; init; } = [];
}
