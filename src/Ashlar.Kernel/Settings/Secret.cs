using System.Diagnostics;

namespace Ashlar.Kernel;

/// <summary>A value that whoever holds it must not show: no log, answer or error has it by accident.</summary>
/// <param name="value">What it is.</param>
[DebuggerDisplay("a secret")]
public sealed class Secret(string value)
{
    /// <summary>What it is, for whoever has to send it.</summary>
    public string Reveal() => value;

    /// <summary>Not what it is.</summary>
    public override string ToString() => "a secret";
}
