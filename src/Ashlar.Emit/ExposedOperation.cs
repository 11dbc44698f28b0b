using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit;

/// <summary>An operation that an API offers.</summary>
internal sealed record ExposedOperation(Api Api, Expose Expose, Endpoint Endpoint, Entity Entity) : RowRoute(Api, Expose, Entity)
{
    public EndpointKind Kind => Endpoint.Kind;

    public override string Element => $"{Entity.Name} {Kind.ToString().ToLowerInvariant()}";

    public override Address Address => Endpoint.Address;

    protected override string BaseName => Expose.IsOfCaller ? $"{Kind}{Entity.Name.Name}As{Spelling.Pascal(Expose.RowName)}"
        : Kind == EndpointKind.List ? $"List{Entity.Plural}"
        : $"{Kind}{Entity.Name.Name}";

    public override Operation Needs => Kind switch
    {
        EndpointKind.Create => Operation.Create,
        EndpointKind.Update => Operation.Update,
        EndpointKind.Delete => Operation.Delete,
        _ => Operation.Read,
    };

    public override Gate Gate => Expose.IsOfCaller || Endpoint.Only is not null
        ? Rules.Within(Expose.IsOfCaller || Endpoint.Only is { IsToSignedIn: true }, Endpoint.Only?.Where)
        : Rules;

    private Gate Rules => Kind == EndpointKind.Update
        ? new(Gate.Of(Entity, Needs).Rules.Where(rule => FileEndpoint.IsForMore(Entity, rule)).ToValueList())
        : Gate.Of(Entity, Needs);

    public bool HasBody => Kind is EndpointKind.Create or EndpointKind.Update;

    public bool IsAboutOneRow => Kind is EndpointKind.Read or EndpointKind.Update or EndpointKind.Delete;
}
