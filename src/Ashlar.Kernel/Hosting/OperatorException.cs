namespace Ashlar.Kernel;

/// <summary>What an operator asked for on the command line is not done.</summary>
internal sealed class OperatorException(string message, int exitCode) : Exception(message)
{
    /// <summary>1 where it is refused, 2 where the words say nothing that can be done.</summary>
    public int ExitCode { get; } = exitCode;
}
