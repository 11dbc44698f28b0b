using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Workspace.Rules;

/// <summary>A file is named like a model but holds no text.</summary>
internal sealed class BinaryFile : Rule;
