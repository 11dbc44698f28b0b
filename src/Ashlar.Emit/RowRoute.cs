using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Emit;

/// <summary>A request for rows of an entity, by the rules of the entity.</summary>
internal abstract record RowRoute(Api Api, Expose Expose, Entity Entity) : Route(Api)
{
    public override string Module => Entity.Name.Module;

    public override (string Kind, ElementName Element) Source => ("entity", Entity.Name);

    public override IEnumerable<string> Distinctions =>
        base.Distinctions.Prepend("As" + Spelling.Pascal(Expose.RowName));

    public override string Subject => Expose.RowName;

    /// <summary>What the caller needs a grant for.</summary>
    public abstract Operation Needs { get; }
}
