using System.Collections.Immutable;

namespace Ashlar.Emit.Text;

/// <summary>Where a line of C# can be broken outside its brackets.</summary>
internal sealed record CodeLine
{
    private static readonly string[] Signs = ["&& ", "|| ", "? ", ": "];

    /// <summary>The dots of calls on what an `await` in brackets gave.</summary>
    public ImmutableArray<int> Calls { get; private init; }

    /// <summary>The operators that a condition is made of.</summary>
    public ImmutableArray<int> Operators { get; private init; }

    /// <summary>Behind the first `=` or `=>`.</summary>
    public int? Assignment { get; private init; }

    public ImmutableArray<int> Commas { get; private init; }

    /// <summary>Brackets with something in them.</summary>
    public ImmutableArray<int> Brackets { get; private init; }

    /// <summary>The blanks in plain texts.</summary>
    public ImmutableArray<int> Spaces { get; private init; }

    /// <summary>Behind the holes in texts that have some.</summary>
    public ImmutableArray<int> Joints { get; private init; }

    /// <summary>The bracket of the arguments stands in a line above.</summary>
    public bool IsOfArguments { get; private init; }

    public static CodeLine Of(string body)
    {
        var (outside, spaces, joints, isOfArguments) = Read(body);
        bool Has(int at, string sign) => string.CompareOrdinal(body, at, sign, 0, sign.Length) == 0;
        var isAwaited = body.StartsWith("(await ", StringComparison.Ordinal);
        var assignments = outside.Where(at => Has(at, " = ") || Has(at, " => ")).ToList();
        return new()
        {
            Calls = [.. outside.Where(at => isAwaited && at > 0 && body[at] == '.' && body[at - 1] == ')')],
            Operators = [.. outside.Where(at => at > 0 && body[at - 1] == ' ' && Array.Exists(Signs, sign => Has(at, sign)))],
            Assignment = assignments is [var first, ..] ? body.IndexOf(' ', first + 1) : null,
            Commas = [.. outside.Where(at => Has(at, ", "))],
            Brackets = [.. outside.Where(at => body[at] == '(' && !Has(at, "()"))
                .Select(at => isAwaited && at == 0 ? body.IndexOf('(', 1) : at)],
            Spaces = [.. spaces],
            Joints = [.. joints],
            IsOfArguments = isOfArguments,
        };
    }

    /// <summary>
    /// The places outside all brackets and texts, the blanks inside texts without holes, and those behind the holes of others.
    /// </summary>
    private static (List<int> Outside, List<int> Spaces, List<int> Joints, bool IsOfArguments) Read(string body)
    {
        var (outside, spaces, joints) = (new List<int>(), new List<int>(), new List<int>());
        var (depth, isOfArguments) = (0, false);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] is '"' or '\'')
            {
                i = Skip(body, i, spaces, joints);
                continue;
            }

            depth -= body[i] is ')' or ']' or '}' ? 1 : 0;
            isOfArguments |= depth < 0;
            depth = Math.Max(0, depth);
            if (depth == 0)
            {
                outside.Add(i);
            }

            depth += body[i] is '(' or '[' or '{' ? 1 : 0;
        }

        return (outside, spaces, joints, isOfArguments || body.EndsWith(','));
    }

    /// <summary>The place of the mark that ends a text.</summary>
    private static int Skip(string body, int start, List<int> spaces, List<int> joints)
    {
        var isPlain = body[start] == '"' && (start == 0 || body[start - 1] is not ('$' or '@'));
        var hasHoles = body[start] == '"' && start > 0 && body[start - 1] == '$';
        var i = start + 1;
        for (; i < body.Length && body[i] != body[start]; i++)
        {
            if (body[i] == '\\')
            {
                i++;
            }
            else if (body[i] == ' ' && isPlain)
            {
                spaces.Add(i);
            }
            else if (hasHoles && body[i - 1] == '}' && body[i] == '/')
            {
                joints.Add(i);
            }
        }

        return i;
    }
}
