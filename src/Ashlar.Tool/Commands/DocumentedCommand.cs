using System.CommandLine;

namespace Ashlar.Tool.Commands;

/// <summary>A command whose help shows how it is used, not only what its options are.</summary>
internal sealed class DocumentedCommand(string name, string description, params IReadOnlyList<Example> examples)
    : Command(name, description)
{
    public IReadOnlyList<Example> Examples { get; } = examples;
}
