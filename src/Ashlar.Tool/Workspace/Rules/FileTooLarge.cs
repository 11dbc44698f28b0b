using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Workspace.Rules;

/// <summary>A model file is larger than any model that a person or an agent writes.</summary>
internal sealed class FileTooLarge : Rule;
