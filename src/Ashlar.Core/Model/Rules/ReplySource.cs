using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A reply that names something else than its row.</summary>
internal sealed class ReplySource : Rule
{
    public static Diagnostic At(Location at, string actual, string expected) =>
        Diagnostic.Of<ReplySource>(at, $"the reply is of `{expected}`, not of `{actual}`")
            .WithLabel("nothing has this name here")
            .WithHelp("name what is replied after `of`")
            .WithFix(Fix.Replace(FixSafety.Safe, at, expected, $"write `{expected}`"));

    /// <param name="rows">The rows that the action surely has when it is done.</param>
    public static Diagnostic NoRow(Location at, string actual, IReadOnlyList<string> rows) =>
        Diagnostic.Of<ReplySource>(at, $"`{actual}` is no row that the action surely has at its end")
            .WithLabel("not an input, nor made outside of `for` and `if`")
            .WithHelp(rows.Count == 0 ? "leave the reply out" : $"name {Listing.Or(rows)}");

    public static Diagnostic Missing(Location at, IReadOnlyList<string> rows) =>
        Diagnostic.Of<ReplySource>(at, "nothing says which row the reply shows")
            .WithLabel("of no row")
            .WithHelp(rows.Count == 0 ? "leave the reply out" : $"name {Listing.Or(rows)} after `of`");
}
