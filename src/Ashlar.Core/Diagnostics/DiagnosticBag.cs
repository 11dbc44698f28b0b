using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Diagnostics;

/// <summary>Collects findings in any order and gives them out by file, place and code, each once.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _found = [];

    public bool HasErrors => _found.Exists(found => found.IsError);

    public void Add(Diagnostic diagnostic) => _found.Add(diagnostic);

    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _found.AddRange(diagnostics);

    public ImmutableArray<Diagnostic> ToSorted() =>
    [
        .. _found.Distinct()
            .OrderBy(found => found.Location.Path, StringComparer.Ordinal)
            .ThenBy(found => found.Location.Span.Start)
            .ThenBy(found => found.Code, StringComparer.Ordinal)
            .ThenBy(found => found.Message, StringComparer.Ordinal),
    ];
}
