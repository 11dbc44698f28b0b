namespace Ashlar.Kernel;

/// <summary>Something that the system needs does not answer; the caller may try again later.</summary>
public sealed class UnavailableException(string what, Exception cause) : Exception($"{what} does not answer.", cause);
