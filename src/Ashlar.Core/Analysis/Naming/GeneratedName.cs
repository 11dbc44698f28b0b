using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Naming;

/// <summary>
/// A name that is made from the model: <paramref name="Name"/> has to be the only one in its <paramref name="Place"/>.
/// </summary>
internal sealed record GeneratedName(string Place, string Name, string Source, Origin Origin);
