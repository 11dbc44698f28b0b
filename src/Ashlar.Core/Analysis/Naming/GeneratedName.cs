using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Naming;

/// <summary>A name that is made from the model, and what it is made from.</summary>
internal readonly record struct GeneratedName(string Name, string Source, Origin Origin);
