using Ashlar.Tool.Workspace.Rules;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>The address that the system has to serve on is taken.</summary>
internal sealed class PortInUse : EnvironmentRule;
