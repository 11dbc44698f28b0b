using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Syntax;
using Ashlar.Core.Text;

namespace Ashlar.Core;

/// <summary>The pipeline of the front half: text to syntax to model to findings.</summary>
public sealed record Compilation(
    ImmutableArray<SyntaxTree> Trees, SystemModel Model, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(found => found.IsError);
}
