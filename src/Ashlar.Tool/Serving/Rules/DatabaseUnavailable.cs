using Ashlar.Tool.Workspace.Rules;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>The database of a run cannot be reached or used.</summary>
internal sealed class DatabaseUnavailable : EnvironmentRule;
