namespace Ashlar.Emit.Text;

/// <summary>
/// Breaks lines of C# that the names and texts of a model made too long, where a person would: no emitter knows beforehand how
/// long they are. What stands in a raw literal is left as it is.
/// </summary>
internal static class LongLines
{
    private const int Width = 130;

    // Where arguments go on in a second line, the first one is not quite full.
    private const int Comfortable = 110;
    private const string Step = "    ";

    public static string Wrap(string text)
    {
        var lines = text.Split('\n');
        if (!Array.Exists(lines, line => line.Length > Width))
        {
            return text;
        }

        var isRaw = false;
        return string.Join('\n', lines.SelectMany(line =>
        {
            var isOfRaw = isRaw || Fences(line) > 0;
            isRaw ^= Fences(line) % 2 != 0;
            return isOfRaw ? [line] : WrapLine(line);
        }));
    }

    private static int Fences(string line) => line.Split("\"\"\"").Length - 1;

    private static IEnumerable<string> WrapLine(string line)
    {
        if (line.Length <= Width)
        {
            return [line];
        }

        var body = line.TrimStart();
        var indent = line[..(line.Length - body.Length)];
        return body.StartsWith("//", StringComparison.Ordinal)
            ? Comment(indent, body)
            : Parts(indent, body) is [var first, .. var rest] && rest.Count > 0
                ? (first.Length < line.Length ? WrapLine(first) : [first]).Concat(rest.SelectMany(WrapLine))
                : [line];
    }

    private static IEnumerable<string> Comment(string indent, string body)
    {
        const string open = "/// <summary>";
        const string close = "</summary>";
        if (!body.StartsWith(open, StringComparison.Ordinal) || !body.EndsWith(close, StringComparison.Ordinal))
        {
            var mark = body[..(body.IndexOf(' ', StringComparison.Ordinal) + 1)];
            return Filled(indent + mark, body[mark.Length..]);
        }

        return [indent + open, .. Filled(indent + "/// ", body[open.Length..^close.Length]), $"{indent}/// {close}"];
    }

    private static IEnumerable<string> Filled(string start, string text)
    {
        var line = start.TrimEnd();
        foreach (var word in text.Split(' '))
        {
            if (line.Length + 1 + word.Length > Width && line.Length > start.Length)
            {
                yield return line;
                line = start.TrimEnd();
            }

            line += " " + word;
        }

        yield return line;
    }

    /// <summary>The line in two or more, by the first of the breaks that it has; one that stays is the line itself.</summary>
    private static List<string> Parts(string indent, string body)
    {
        var line = CodeLine.Of(body);
        var inner = indent + Step;
        if (line.Calls is [var call, ..])
        {
            return [indent + body[..call], inner + body[call..]];
        }

        if (!line.Operators.IsEmpty)
        {
            return [indent + body[..(line.Operators[0] - 1)], .. line.Operators.Select((start, i) =>
                inner + (i + 1 < line.Operators.Length ? body[start..(line.Operators[i + 1] - 1)] : body[start..]))];
        }

        if (line.Assignment is { } assigned && inner.Length + body.Length - assigned <= Width)
        {
            return [indent + body[..assigned], inner + body[(assigned + 1)..]];
        }

        if (line.IsOfArguments && line.Commas.LastOrDefault(comma => indent.Length + comma < Comfortable) is > 0 and var found)
        {
            return [indent + body[..(found + 1)], indent + body[(found + 2)..]];
        }

        return line.Brackets is [.., var bracket]
            ? [indent + body[..(bracket + 1)], inner + body[(bracket + 1)..]]
            : Literals(indent, body, line);
    }

    private static List<string> Literals(string indent, string body, CodeLine line)
    {
        var space = line.Spaces.LastOrDefault(space => indent.Length + space + 2 <= Width);
        if (space > 0)
        {
            return [indent + body[..(space + 1)] + "\"", indent + Step + "+ \"" + body[(space + 1)..]];
        }

        var joint = line.Joints.LastOrDefault(joint => indent.Length + joint + 1 <= Width);
        return joint > 0
            ? [indent + body[..joint] + "\"", indent + Step + "+ $\"" + body[joint..]]
            : [indent + body];
    }
}
