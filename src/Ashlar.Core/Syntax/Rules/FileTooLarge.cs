using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A file that is too large to be a model.</summary>
public sealed class FileTooLarge : Rule;
