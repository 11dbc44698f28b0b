using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit;

/// <summary>A view that an API answers.</summary>
internal sealed record ViewOperation(Api Api, ViewEndpoint Endpoint, View View) : Route(Api)
{
    public override string Module => View.Name.Module;

    public override (string Kind, ElementName Element) Source => ("view", View.Name);

    public override string Element => $"{View.Name}";

    public override Address Address => Endpoint.Address;

    public override string Subject => Spelling.Camel(View.Name.Name);

    protected override string BaseName => Names.Type(View.Name).Text;

    /// <summary>The rules of the view itself, which no row has a part in.</summary>
    public override Gate Gate { get; } = Gate.Of(View.Access);
}
