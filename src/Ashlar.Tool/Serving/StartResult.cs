using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Serving;

/// <summary>A system that answers or has done what it was to do, or why not.</summary>
internal abstract record StartResult
{
    public sealed record Up(ServedSystem System) : StartResult;

    /// <summary>It carried out a command, and said this.</summary>
    public sealed record Done(string Told) : StartResult;

    /// <summary>The database refused a row of the samples, because of this constraint of the schema.</summary>
    public sealed record RefusedSample(string Constraint) : StartResult;

    /// <summary>The settings do not let it start.</summary>
    public sealed record RefusedSettings(IReadOnlyList<SettingProblem> Problems) : StartResult;

    public sealed record Down(Diagnostic Problem) : StartResult;
}
