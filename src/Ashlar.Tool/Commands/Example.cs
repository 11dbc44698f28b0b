namespace Ashlar.Tool.Commands;

/// <summary>A line a person can type, and what it does.</summary>
internal sealed record Example(string Line, string Meaning);
