using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A line of documentation that explains nothing.</summary>
public sealed class DanglingDocumentation : Rule
{
    public override Severity Severity => Severity.Warning;
}
