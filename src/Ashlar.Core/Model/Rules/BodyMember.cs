using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A member of a request that sets nothing, or what another member sets already.</summary>
internal sealed class BodyMember : Rule
{
    public static Diagnostic Unknown(Location at, string name, IEnumerable<string> fields) =>
        Diagnostic.Of<BodyMember>(at, $"the request has no `{name}` to set")
            .WithLabel("nothing is called so")
            .Suggest(name, fields);

    public static Diagnostic Twice(Location at, string name, Location first) =>
        Diagnostic.Of<BodyMember>(at, $"two members set `{name}`")
            .WithLabel("set a second time")
            .WithRelated(first, "first set here")
            .WithHelp("remove one of the two members");
}
