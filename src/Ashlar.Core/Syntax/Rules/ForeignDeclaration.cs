using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>An entity that opens with the word of another language.</summary>
public sealed class ForeignDeclaration : Rule;
