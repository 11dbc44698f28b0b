using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>An allowance that does not say why the warning does not matter.</summary>
internal sealed class AllowWithoutReason : Rule
{
    public override Severity Severity => Severity.Warning;
}
