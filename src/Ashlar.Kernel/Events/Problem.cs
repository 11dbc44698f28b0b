namespace Ashlar.Kernel;

/// <summary>Why a delivery failed.</summary>
/// <param name="Code">The code of the refusal, the type of the exception, or `timeout`: nothing that anybody wrote.</param>
/// <param name="Cause">The exception, for the log.</param>
internal sealed record Problem(string Code, Exception? Cause = null);
