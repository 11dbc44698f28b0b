namespace Ashlar.Core.Diagnostics;

/// <summary>How much a finding matters: an error stops generation, a warning does not.</summary>
public enum Severity
{
    Warning,
    Error,
}
