using Ashlar.Core.Text;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Statements;

/// <summary>The arguments of a call that runs a statement: on one line where they fit, else one below the other.</summary>
internal static class StatementCall
{
    private const int MostInOneLine = 90;
    private const string IsSet = ".IsSet";

    public static Code Arguments(Ident statement, ValueList<Code> values) => Arguments([Code.Of($"{statement}")], values);

    public static Code Arguments(IReadOnlyList<Code> first, ValueList<Code> values) => Wrapped([.. first, .. Paired(values)]);

    /// <summary>The arguments of `WhyNotAsync`: what is fixed on one line, the parameters below.</summary>
    public static Code WhyNot(Code refusal, Code references, ValueList<Code> values) =>
        Gate(Code.Of($"session, Standing, {refusal}, match, references: [{references}]"), values);

    /// <summary>What is fixed on one line, the parameters of the statement below.</summary>
    public static Code Gate(Code first, ValueList<Code> values)
    {
        var line = Code.Join(values.Items.Prepend(first), ", ");
        return line.Text.Length <= MostInOneLine ? line : Code.Of($"""

                {first},
                {Filled(values)}
            """);
    }

    /// <summary>As many as fit in each line.</summary>
    private static Code Filled(ValueList<Code> values)
    {
        var lines = new List<List<Code>> { new() };
        foreach (var value in Paired(values))
        {
            if (lines[^1].Count > 0 && Code.Join([.. lines[^1], value], ", ").Text.Length > MostInOneLine)
            {
                lines.Add([]);
            }

            lines[^1].Add(value);
        }

        return Code.Join(lines.Select(line => Code.Join(line, ", ")), ",\n");
    }

    public static Code Wrapped(IReadOnlyList<Code> arguments)
    {
        var line = Code.Join(arguments, ", ");
        return line.Text.Length <= MostInOneLine ? line : Code.Of($"""

                {Code.Join(arguments, ",\n")}
            """);
    }

    private static bool AreOneChange(string flag, string value) => flag.EndsWith(IsSet, StringComparison.Ordinal)
        && (value == "hash" || value.Contains(flag[..^IsSet.Length] + ".Value", StringComparison.Ordinal));

    // Whether a member is set and what it is set to stand side by side.
    private static IEnumerable<Code> Paired(ValueList<Code> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (i + 1 < values.Count && AreOneChange(values[i].Text, values[i + 1].Text))
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
