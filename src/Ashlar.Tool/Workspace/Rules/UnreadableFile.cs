namespace Ashlar.Tool.Workspace.Rules;

/// <summary>A model file is there but cannot be read.</summary>
internal sealed class UnreadableFile : EnvironmentRule;
