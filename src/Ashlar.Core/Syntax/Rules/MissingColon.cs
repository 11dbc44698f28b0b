using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A field without the colon between its name and its type.</summary>
public sealed class MissingColon : Rule;
