using Ashlar.Emit.Text;

namespace Ashlar.Emit.Modules;

/// <summary>Parameters or arguments: on one line where they fit, else each on its own.</summary>
internal static class ParameterList
{
    private const int MostInOneLine = 80;

    public static Code Of(IReadOnlyList<Code> items)
    {
        var line = Code.Join(items, ", ");
        return line.Text.Length <= MostInOneLine && !line.Text.Contains('\n', StringComparison.Ordinal) ? line : Below(items);
    }

    /// <summary>Each on its own line, the first below the bracket.</summary>
    public static Code Below(IReadOnlyList<Code> items) => Code.Of($"""

            {Code.Join(items, ",\n")}
        """);
}
