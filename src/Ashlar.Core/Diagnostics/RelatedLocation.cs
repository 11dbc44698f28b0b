using Ashlar.Core.Text;

namespace Ashlar.Core.Diagnostics;

/// <summary>A second place that explains a finding.</summary>
public sealed record RelatedLocation(Location Location, string Label);
