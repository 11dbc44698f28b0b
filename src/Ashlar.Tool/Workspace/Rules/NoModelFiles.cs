using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Workspace.Rules;

/// <summary>A folder holds no model.</summary>
internal sealed class NoModelFiles : Rule;
