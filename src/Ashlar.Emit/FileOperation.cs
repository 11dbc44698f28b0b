using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit;

/// <summary>A request for the bytes of a file field.</summary>
internal sealed record FileOperation(Api Api, Expose Expose, FileEndpoint Endpoint, Entity Entity) : RowRoute(Api, Expose, Entity)
{
    public FileAction Action => Endpoint.Action;

    public Field Field => Endpoint.Field;

    public override string Element => $"{Entity.Name} {Action.ToString().ToLowerInvariant()} {Field.Name}";

    public override Address Address => Endpoint.Address;

    protected override string BaseName => Action + Entity.Name.Name + Spelling.Pascal(Field.Name);

    public override Operation Needs => Endpoint.Needs;

    /// <summary>The rules for the field: each of them is one for the row as well.</summary>
    public override Gate Gate => Gate.Of(Entity, Needs, Field.Name);
}
