namespace Ashlar.Tool.Workspace.Rules;

/// <summary>A file cannot be written: read-only folder, no space, no permission.</summary>
internal sealed class CannotWrite : EnvironmentRule;
