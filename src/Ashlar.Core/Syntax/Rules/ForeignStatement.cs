using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A statement, or a word in one, as other languages write it.</summary>
public sealed class ForeignStatement : Rule;
