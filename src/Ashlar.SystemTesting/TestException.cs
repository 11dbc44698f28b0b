namespace Ashlar.SystemTesting;

/// <summary>The system did not do what a test expects.</summary>
public sealed class TestException(string message) : Exception(message);
