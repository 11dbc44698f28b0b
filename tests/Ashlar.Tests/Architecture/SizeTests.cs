using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ashlar.Tests.Architecture;

/// <summary>Small files are the ones that people and agents can hold whole.</summary>
public sealed class SizeTests
{
    private const int Lines = 400;
    private const int Columns = 130;

    [Fact]
    public void No_file_is_longer_than_400_lines_or_wider_than_130_columns() =>
        Findings.None(CodeFile.All.SelectMany(TooLarge));

    [Fact]
    public void A_planted_long_or_wide_file_is_found()
    {
        Assert.Empty(TooLarge(CodeFile.Planted("A.cs", string.Concat(Enumerable.Repeat("//\n", Lines)))));
        Assert.Single(TooLarge(CodeFile.Planted("A.cs", string.Concat(Enumerable.Repeat("//\n", Lines + 1)))));
        Assert.Single(TooLarge(CodeFile.Planted("A.cs", new string('/', Columns + 1))));
    }

    [Fact]
    public void The_text_of_a_template_is_as_wide_as_the_file_that_it_writes()
    {
        var wide = new string('x', Columns + 1);
        Assert.Empty(TooLarge(CodeFile.Planted("A.cs", $"var text = \"\"\"\n{wide}\n{wide}\n\"\"\";")));
        Assert.Single(TooLarge(CodeFile.Planted("A.cs", $"var text = \"\"\"\n{wide}\n\"\"\"; //{wide}")));
    }

    private static IEnumerable<string> TooLarge(CodeFile file)
    {
        var text = file.Root.SyntaxTree.GetText();
        var count = text.Lines[^1].Span.IsEmpty ? text.Lines.Count - 1 : text.Lines.Count;
        if (count > Lines)
        {
            yield return $"{file.Path} has {count} lines";
        }

        foreach (var line in text.Lines.Where(line => line.Span.Length > Columns && !IsTemplate(file, line)))
        {
            yield return $"{file.Path}:{line.LineNumber + 1} has {line.Span.Length} columns";
        }
    }

    /// <summary>Whether the line is within a raw text of several lines, both ends of it.</summary>
    private static bool IsTemplate(CodeFile file, TextLine line) =>
        IsWithinText(file.Root.FindToken(line.Start), line.Start) && IsWithinText(file.Root.FindToken(line.End), line.End);

    private static bool IsWithinText(SyntaxToken token, int position) =>
        token.Parent?.FirstAncestorOrSelf<ExpressionSyntax>(IsText) is { } text
        && text.SpanStart < position && position < text.Span.End;

    private static bool IsText(ExpressionSyntax node) =>
        node is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax
        && node.ToString().Contains('\n', StringComparison.Ordinal);
}
