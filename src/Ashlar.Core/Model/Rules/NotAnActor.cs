using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>Somebody who asks in a scenario and cannot sign in.</summary>
internal sealed class NotAnActor : Rule
{
    public static Diagnostic OfOther(Location at, string name, string entity, string? principal) =>
        Diagnostic
            .Of<NotAnActor>(at, $"`{name}` is a row of `{entity}`, which does not sign in")
            .WithLabel(Article.Of(entity))
            .WithHelp(
                principal is null ? "let `nobody` ask" : $"let a given row of `{principal}` ask, or `stranger`, or `nobody`");

    public static Diagnostic Created(Location at, string name, string entity) =>
        Diagnostic
            .Of<NotAnActor>(at, $"`{name}` is created by a request, and only a given row signs in")
            .WithLabel("not given")
            .WithHelp($"give it before: `given {name}: {entity}`");
}
