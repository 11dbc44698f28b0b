using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>Text outside of declarations that opens none.</summary>
public sealed class UnknownDeclaration : Rule;
