using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A `require` with its name and message before the condition, like the `check` of an entity.</summary>
public sealed class RequireLikeCheck : Rule;
