using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Workspace.Rules;

/// <summary>The lock file is not what ashlar writes.</summary>
internal sealed class BrokenLock : Rule;
