using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>
    /// Reports what stops the reading. A second finding before another token is read has the same cause and is dropped.
    /// </summary>
    private void Report(Diagnostic diagnostic)
    {
        if (_reportedAt != _position)
        {
            _reportedAt = _position;
            _report.Add(diagnostic);
        }
    }

    /// <summary>Reports a habit of another language that was understood, so that nothing has to be skipped.</summary>
    private void ReportHabit(Diagnostic diagnostic) => _report.Add(diagnostic);

    /// <summary>Reports that something is missing behind the last token read; the text to insert may be empty.</summary>
    private void ReportMissing<TRule>(string what, string help, string insertion)
        where TRule : Rule, new()
    {
        var after = _position == 0 ? Current : Previous;
        var found = _report.Finding<TRule>(after.Span, $"{what} is missing after {Show(after)}").WithHelp(help);
        Report(insertion.Length == 0
            ? found
            : found.WithFix(_report.Inserting(after.Span.End, insertion, $"insert `{insertion.Trim()}`")));
    }

    private string Show(Token token) =>
        token.Kind == TokenKind.EndOfFile ? "the end of the file" : UnreadableText.Show(TextOf(token));

    private string Show(TextSpan span) => UnreadableText.Show(_source.Text.AsSpan(span.Start, span.Length));

    private bool Expect(TokenKind kind)
    {
        if (TryTake(kind))
        {
            return true;
        }

        var mark = Punctuation.TextOf(kind);
        ReportMissing<MissingPunctuation>($"`{mark}`", $"write `{mark}`", Punctuation.InsertionOf(kind));
        return false;
    }

    /// <summary>Something that could stand behind a missing word follows.</summary>
    private bool MayContinue =>
        Kind is TokenKind.Word or TokenKind.Integer or TokenKind.Text or TokenKind.OpenParenthesis && !AtNextConstruct;

    private bool ExpectWord(string word)
    {
        if (TryTakeWord(word))
        {
            return true;
        }

        ReportMissing<MissingWord>($"`{word}`", $"write `{word}`", MayContinue ? " " + word : "");
        return false;
    }
}
