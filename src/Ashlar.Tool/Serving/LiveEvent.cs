using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Serving;

/// <summary>Something that happened while a system runs.</summary>
internal abstract record LiveEvent
{
    /// <summary>The system answers. <paramref name="Database"/> is how a person would name it.</summary>
    public sealed record Serving(SystemModel Model, string Url, string Database, TimeSpan Took, bool IsReload) : LiveEvent
    {
        /// <summary>Warnings of the model that is served.</summary>
        public ImmutableArray<Diagnostic> Warnings { get; init; } = [];

        public ImmutableArray<SourceFile> Shown { get; init; } = [];
    }

    /// <summary>What there is on disk is what is served already, to the byte.</summary>
    public sealed record Unchanged(SystemModel Model) : LiveEvent;

    /// <summary>What there is on disk cannot be served. What was served before still is.</summary>
    public sealed record Refused(
        ImmutableArray<Diagnostic> Findings, ImmutableArray<SourceFile> Shown, bool IsStillServing) : LiveEvent;
}
