namespace Ashlar.Tool.Workspace.Rules;

/// <summary>Another ashlar is writing to the same folder.</summary>
internal sealed class FolderInUse : EnvironmentRule;
