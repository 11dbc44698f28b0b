namespace Ashlar.Kernel;

/// <summary>A part of the work took longer than it may: nothing of it happens, and the caller may try again later.</summary>
public sealed class WorkTimedOutException(string message) : Exception(message);
