using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>What the text of a model says about the change to it.</summary>
internal sealed record WrittenChange(ImmutableArray<WrittenRename> Renames, ImmutableArray<WrittenDecision> Decisions);

/// <summary>`was NAME`, and where it is written.</summary>
internal sealed record WrittenRename(Rename Rename, Location Location);

/// <summary>A decision as it is written, in the module of its lines.</summary>
internal sealed record WrittenDecision(DecisionSyntax Syntax, string Module, SourceFile Source, TextSpan Block)
{
    public Location Location => new(Source.Path, Syntax.Span);

    public Location Target => new(Source.Path, Syntax.Target.Span);

    public string Because => Syntax.Because?.Value ?? "";
}
