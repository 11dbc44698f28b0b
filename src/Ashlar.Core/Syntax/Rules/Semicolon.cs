using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A semicolon, which ends nothing in a model.</summary>
public sealed class Semicolon : Rule;
