using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Workspace.Rules;

/// <summary>A folder of the output is a link, so that writing would leave the project.</summary>
internal sealed class LinkedFolder : Rule;
