namespace Ashlar.Tool.Workspace.Rules;

/// <summary>The folder that a command was given is not there.</summary>
internal sealed class MissingFolder : EnvironmentRule;
