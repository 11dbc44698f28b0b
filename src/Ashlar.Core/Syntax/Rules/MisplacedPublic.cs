using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>`public` before a declaration that does not take it.</summary>
public sealed class MisplacedPublic : Rule;
