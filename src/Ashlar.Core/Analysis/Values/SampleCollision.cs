using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Values;

/// <summary>Two rows of samples that a rule between rows does not allow together.</summary>
internal sealed record SampleCollision(
    SampledRow Row, SampledRow Earlier, string Rule, Origin RuleOrigin, ElementName EntityName, string RuleName)
{
    public string Entity => EntityName.Name;

    public string Symbol => $"{EntityName}.{RuleName}";
}
