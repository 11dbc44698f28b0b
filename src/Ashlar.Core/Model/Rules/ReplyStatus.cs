using System.Globalization;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A status that a reply cannot have.</summary>
internal sealed class ReplyStatus : Rule
{
    public static Diagnostic NoSuccess(Location at, decimal status) =>
        Diagnostic.Of<ReplyStatus>(at, string.Create(CultureInfo.InvariantCulture, $"`{status}` is no status of a success"))
            .WithLabel("not between 200 and 299")
            .WithHelp("write a status such as `200`, `201` or `204`");

    public static Diagnostic NoRefusal(Location at, decimal status) =>
        Diagnostic.Of<ReplyStatus>(at, string.Create(CultureInfo.InvariantCulture, $"`{status}` is no status of a refusal"))
            .WithLabel("not between 400 and 599")
            .WithHelp("write a status such as `404`, `409` or `422`");

    public static Diagnostic WithoutBody(Location at, int status) =>
        Diagnostic.Of<ReplyStatus>(at, $"a reply with the status `{status}` has no body")
            .WithLabel("clients read nothing behind this status")
            .WithHelp("leave the body out, or write the status `200`");
}
