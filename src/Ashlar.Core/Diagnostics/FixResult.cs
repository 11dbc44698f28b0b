using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Diagnostics;

/// <summary>
/// The files after fixing (those without an edit are the same objects), the findings whose fix was applied, and those
/// whose fix collided with another and can be applied in a next run.
/// </summary>
public sealed record FixResult(
    ImmutableArray<SourceFile> Files, ImmutableArray<Diagnostic> Applied, ImmutableArray<Diagnostic> Waiting);
