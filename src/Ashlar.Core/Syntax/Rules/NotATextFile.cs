using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A file with binary data.</summary>
public sealed class NotATextFile : Rule;
