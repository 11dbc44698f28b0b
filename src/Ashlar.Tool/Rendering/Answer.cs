using System.Collections.Immutable;
using System.Text.Json;
using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Rendering;

/// <summary>What a command found and did: one value, from which every output is rendered.</summary>
internal sealed record Answer(string Command)
{
    public ImmutableArray<Diagnostic> Findings { get; init; } = [];

    public SourceMap Sources { get; init; } = SourceMap.Empty;

    /// <summary>What people read after the findings; ends with a line end where there is any.</summary>
    public string Text { get; init; } = "";

    /// <summary>Further members of the JSON document.</summary>
    public Action<Utf8JsonWriter> Members { get; init; } = static _ => { };

    public bool HasErrors => Findings.Any(found => found.IsError);
}
