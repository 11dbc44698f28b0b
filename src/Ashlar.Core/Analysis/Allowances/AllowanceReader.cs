using System.Text.RegularExpressions;
using Ashlar.Core.Syntax;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Allowances;

/// <summary>Reads the `// allow` comments of a file. Comments inside a text are no comments, so it goes by tokens.</summary>
internal static partial class AllowanceReader
{
    public static IEnumerable<Allowance> Read(SyntaxTree tree)
    {
        foreach (var token in tree.Tokens)
        {
            var trivia = token.Trivia;
            if (!tree.Source.Text.AsSpan(trivia.Start, trivia.Length).Contains("// allow", StringComparison.Ordinal))
            {
                continue;
            }

            var line = tree.Source.PositionOf(token.Span.Start).Line;
            foreach (Match found in Comment().Matches(tree.Source.Slice(trivia)))
            {
                yield return AllowanceOf(tree.Source, trivia, found, line);
            }
        }
    }

    /// <summary>A comment behind something else in its line allows nothing: what it means would be a guess.</summary>
    private static Allowance AllowanceOf(SourceFile file, TextSpan trivia, Match found, int line)
    {
        var start = trivia.Start + found.Index;
        var own = file.PositionOf(start);
        var isAlone = string.IsNullOrWhiteSpace(file.Text[file.LineStart(own.Line)..start]);
        return new Allowance(
            file,
            new TextSpan(start, found.Value.TrimEnd().Length),
            found.Groups["code"].Value,
            found.Groups["reason"].Value.Trim(),
            isAlone ? line : 0);
    }

    [GeneratedRegex(@"(?<!/)// allow\b *(?<code>[^\s:]*) *:?(?<reason>[^\r\n]*)")]
    private static partial Regex Comment();
}
