using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A block that is still open where the next declaration starts or the file ends.</summary>
public sealed class MissingClosingBrace : Rule;
