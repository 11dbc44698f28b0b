using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A field or a name that is given a value without the word of the statement.</summary>
public sealed class AssignmentWithoutSet : Rule;
