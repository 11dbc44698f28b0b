using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private const string DocumentationMark = "///";

    // Where the tokens begin whose documentation belongs to a construct.
    private readonly HashSet<int> _documented = [];

    /// <summary>The lines that begin with `///` before a token, without the slashes.</summary>
    private string Documentation(Token token)
    {
        if (!MayHaveDocumentation(token))
        {
            return "";
        }

        _documented.Add(token.FullStart);
        var lines = DocumentationLines(token).Select(line => _source.Slice(line)[DocumentationMark.Length..].Trim());
        return string.Join('\n', lines);
    }

    /// <summary>Documentation explains what follows it; where nothing follows that has some, it would be lost.</summary>
    private void ReportDanglingDocumentation()
    {
        foreach (var token in _tokens.Where(token => MayHaveDocumentation(token) && !_documented.Contains(token.FullStart)))
        {
            foreach (var line in DocumentationLines(token))
            {
                _report.Add(_report
                    .Finding<DanglingDocumentation>(line, "this documentation stands before nothing that has some")
                    .WithLabel("would be lost")
                    .WithHelp("move it before what it explains, or make it a comment with `//`")
                    .WithFix(_report.Removing(new TextSpan(line.Start, 1), "make it a comment")));
            }
        }
    }

    private bool MayHaveDocumentation(Token token) =>
        _source.Text.AsSpan(token.Trivia.Start, token.Trivia.Length).IndexOf(DocumentationMark) >= 0;

    private List<TextSpan> DocumentationLines(Token token)
    {
        var lines = new List<TextSpan>();
        var trivia = _source.Text.AsSpan(token.Trivia.Start, token.Trivia.Length);
        var isLineStart = token.FullStart == 0;
        foreach (var range in trivia.Split('\n'))
        {
            var line = trivia[range].TrimEnd();
            var text = line.TrimStart().TrimStart('\ufeff').TrimStart();
            if (isLineStart && text.StartsWith(DocumentationMark))
            {
                var start = token.Trivia.Start + range.Start.Value + line.Length - text.Length;
                lines.Add(new TextSpan(start, text.Length));
            }

            isLineStart = true;
        }

        return lines;
    }
}
