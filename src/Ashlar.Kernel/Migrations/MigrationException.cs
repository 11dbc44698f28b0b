namespace Ashlar.Kernel;

/// <summary>Why a database cannot become what the program needs; the message is for whoever runs it.</summary>
internal sealed class MigrationException(string message, Exception? cause = null) : Exception(message, cause);
