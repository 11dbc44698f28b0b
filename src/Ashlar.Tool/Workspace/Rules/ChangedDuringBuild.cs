using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Workspace.Rules;

/// <summary>A file changed between being read and being replaced.</summary>
internal sealed class ChangedDuringBuild : Rule;
