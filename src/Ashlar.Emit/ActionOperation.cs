using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit;

/// <summary>An action that an API offers.</summary>
internal sealed record ActionOperation(Api Api, Expose? Expose, RunEndpoint Endpoint, ActionDefinition Action) : Route(Api)
{
    public override string Module => Action.Name.Module;

    public override (string Kind, ElementName Element) Source => ("action", Action.Name);

    public override string Element => $"{Action.Name}";

    public override Address Address => Endpoint.Address;

    public override string Subject => Expose?.RowName ?? Spelling.Camel(Action.Name.Name);

    protected override string BaseName => Names.Type(Action.Name).Text;

    /// <summary>The rules of the action, which no field of a row has a part in.</summary>
    public override Gate Gate { get; } = Gate.Of(Action.Access);

    /// <summary>The input that the path names.</summary>
    public Field? Row => Action.Inputs.FirstOrDefault(input => input.Name == Endpoint.RowInput);

    /// <summary>The inputs that the body carries.</summary>
    public IEnumerable<Field> Body => Action.Inputs.Where(input => input.Name != Endpoint.RowInput);
}
