using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>The end of the line of the last finding that stopped the reading.</summary>
    private int _reportedLineEnd = -1;

    /// <summary>
    /// Reports what stops the reading. A second such finding before the line ends has the same cause nearly always, and
    /// is dropped; what a list reads after its next comma stands for itself.
    /// </summary>
    private void Report(Diagnostic diagnostic)
    {
        var place = Current.Span.Start;
        if (_reportedAt == _position || place < _reportedLineEnd || IsUnclosedText(Previous))
        {
            return;
        }

        var length = _source.Text.AsSpan(place).IndexOf('\n');
        _reportedLineEnd = length < 0 ? _source.Text.Length : place + length;
        _reportedAt = _position;
        _report.Add(diagnostic);
    }

    /// <summary>The text has taken the rest of its line with it, which is reported already.</summary>
    private bool IsUnclosedText(Token token) =>
        token.Kind == TokenKind.Text && (token.Span.Length == 1 || TextOf(token)[^1] != TextOf(token)[0]);

    /// <summary>Reports a word that means nothing at its place; it stands for itself.</summary>
    private void ReportWord(Diagnostic diagnostic)
    {
        if (_reportedAt != _position)
        {
            _reportedAt = _position;
            _report.Add(diagnostic);
        }
    }

    /// <summary>Reports a habit, unless something on this line stopped the reading: it may be the consequence.</summary>
    private void ReportUnlessBroken(Diagnostic diagnostic)
    {
        if (Previous.Span.Start >= _reportedLineEnd)
        {
            _report.Add(diagnostic);
        }
    }

    /// <summary>The next item of a list begins: a finding in it is not a consequence of the one before.</summary>
    private bool Resume()
    {
        _reportedLineEnd = -1;
        return true;
    }

    /// <summary>Reports a habit of another language that was understood, so that nothing has to be skipped.</summary>
    private void ReportHabit(Diagnostic diagnostic) => _report.Add(diagnostic);

    /// <summary>Reports that something is missing behind the last token read; the text to insert may be empty.</summary>
    private void ReportMissing<TRule>(string what, string help, string insertion)
        where TRule : Rule, new()
    {
        var after = _position == 0 ? Current : Previous;
        if (after.Span.Start < _reportedLineEnd)
        {
            return;
        }

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
