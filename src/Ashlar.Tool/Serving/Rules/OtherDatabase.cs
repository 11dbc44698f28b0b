using Ashlar.Tool.Workspace.Rules;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>The tables of the database belong to another model.</summary>
internal sealed class OtherDatabase : EnvironmentRule;
