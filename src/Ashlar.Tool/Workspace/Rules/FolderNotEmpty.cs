using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Workspace.Rules;

/// <summary>A new system would be mixed with what is in its folder already.</summary>
internal sealed class FolderNotEmpty : Rule;
