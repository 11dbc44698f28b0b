using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>An allowance that allows nothing: the warning is gone, or was never there.</summary>
internal sealed class UselessAllow : Rule
{
    public override Severity Severity => Severity.Warning;
}
