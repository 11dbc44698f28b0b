using System.Text.RegularExpressions;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>
/// Asks once for roles that a handler needs in several places: `var isManager = call.Caller.Has(Roles.Manager);`.
/// </summary>
internal static partial class RoleQuestions
{
    private const string Prefix = "Roles.";

    public static Code AskOnce(Code handler)
    {
        var asked = Question().Matches(handler.Text).Select(match => match.Value)
            .GroupBy(question => question, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .Order(StringComparer.Ordinal)
            .ToList();
        var lines = asked.Select(question => Code.Of($"var {NameOf(question)} = {new Code(question)};"));
        var rest = asked.Aggregate(handler.Text, (text, question) =>
            text.Replace(question, NameOf(question).Text, StringComparison.Ordinal));
        return Code.Lines([.. lines, new Code(rest)]);
    }

    private static Ident NameOf(string question)
    {
        var roles = Role().Matches(question).Select(match => match.Value[Prefix.Length..].TrimStart('@')).ToList();
        var name = roles.Count == 1 ? roles[0] : string.Concat(roles.SkipLast(1)) + "Or" + roles[^1];
        return Ident.Of("is" + name);
    }

    [GeneratedRegex(@"call\.Caller\.Has\([^()]*\)")]
    private static partial Regex Question();

    [GeneratedRegex(@"Roles\.@?\w+")]
    private static partial Regex Role();
}
