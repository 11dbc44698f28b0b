namespace Ashlar.Tool.Serving;

/// <summary>A compiled project: the assembly and its debug symbols, in memory.</summary>
internal sealed record AssemblyImage(string Name, byte[] Code, byte[] Symbols);
