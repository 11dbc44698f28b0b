namespace Ashlar.Kernel;

/// <summary>The caller is not the one that memory knew: its session ended, or its roles changed.</summary>
internal sealed class CallerChangedException(Exception inner) : Exception("The caller changed.", inner);
