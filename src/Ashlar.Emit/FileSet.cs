using System.Collections.Immutable;

namespace Ashlar.Emit;

/// <summary>The files of a generated system, sorted by path.</summary>
public sealed record FileSet(ImmutableArray<EmittedFile> Files)
{
    internal const string NotCovered = "NotCovered.md";

    /// <summary>The file that lists what the generated tests leave out; null where they leave out nothing.</summary>
    public EmittedFile? WhatTestsLeaveOut =>
        Files.FirstOrDefault(file => file.Path.EndsWith("/" + NotCovered, StringComparison.Ordinal));

    public static FileSet Of(IEnumerable<EmittedFile> files) =>
        new([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);
}

/// <summary>One file: its path relative to the system folder, with forward slashes, and its text with LF line ends.</summary>
public sealed record EmittedFile(string Path, string Text, FileOwner Owner);

/// <summary>Who owns a file that the generator writes.</summary>
public enum FileOwner
{
    /// <summary>Rewritten by every build.</summary>
    Generated,

    /// <summary>Written when absent, then left alone.</summary>
    Once,
}
