using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Serving;

/// <summary>A system that answers, or why it does not.</summary>
internal abstract record StartResult
{
    public sealed record Up(ServedSystem System) : StartResult;

    public sealed record Down(Diagnostic Problem) : StartResult;
}
