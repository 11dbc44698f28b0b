using Ashlar.Core.Text;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>The arguments of a call that runs a statement: on one line where they fit, else one below the other.</summary>
internal static class StatementCall
{
    private const int MostInOneLine = 90;

    public static Code Arguments(Ident statement, ValueList<Code> values) => Arguments([Code.Of($"{statement}")], values);

    public static Code Arguments(IReadOnlyList<Code> first, ValueList<Code> values) => Wrapped([.. first, .. Paired(values)]);

    public static Code Wrapped(IReadOnlyList<Code> arguments)
    {
        var line = Code.Join(arguments, ", ");
        return line.Text.Length <= MostInOneLine ? line : Code.Of($"""

                {Code.Join(arguments, ",\n")}
            """);
    }

    // Whether a member is set and what it is set to stand side by side.
    private static IEnumerable<Code> Paired(ValueList<Code> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].Text.EndsWith(".IsSet", StringComparison.Ordinal) && i + 1 < values.Count && !values[i].Text.Contains("||", StringComparison.Ordinal))
            {
                yield return Code.Join([values[i], values[i + 1]], ", ");
                i++;
            }
            else
            {
                yield return values[i];
            }
        }
    }
}
