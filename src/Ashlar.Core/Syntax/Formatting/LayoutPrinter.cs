using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Formatting;

/// <summary>Writes units as lines. Every token and every comment of the file is written once, in order.</summary>
internal sealed class LayoutPrinter
{
    private readonly TokenMap _map;
    private readonly Spacing _spacing;
    private readonly LineBreaks _breaks;
    private readonly List<OutputLine> _lines = [];
    private int _blocks;

    public LayoutPrinter(TokenMap map)
    {
        _map = map;
        _spacing = new Spacing(map);
        _breaks = new LineBreaks(map, _spacing);
    }

    public IReadOnlyList<OutputLine> Print(IReadOnlyList<Unit> declarations)
    {
        var linesBefore = 0;
        for (var i = 0; i < declarations.Count; i++)
        {
            var unit = declarations[i];
            var isRun = i > 0 && IsRun(declarations[i - 1], _lines.Count - linesBefore, unit);
            var later = isRun ? Separation.AsWritten : Separation.Apart;
            PrintComments(unit.First, indent: 0, block: 0, i == 0 ? Separation.Start : later);
            linesBefore = _lines.Count;
            PrintUnit(unit, indent: 0, block: 0, trailing: 0);
        }

        var end = declarations.Count == 0 ? Separation.Start : Separation.AsWritten;
        PrintComments(_map.Tokens.Length - 1, indent: 0, block: 0, end);
        return _lines;
    }

    /// <summary>Declarations of one word that take one line each may stand without a blank line between them.</summary>
    private bool IsRun(Unit before, int linesOfBefore, Unit unit) =>
        linesOfBefore == 1 && _map.TextOf(before.First) == _map.TextOf(unit.First) && IsFlat(unit, indent: 0);

    private void PrintUnit(Unit unit, int indent, int block, int trailing)
    {
        var continuations = _breaks.Decide(unit, indent, trailing);
        var line = Start(indent, block, unit.Alignment);
        var brackets = unit.Brackets.Where(bracket => bracket.IsBroken).ToDictionary(bracket => bracket.Open);
        for (var position = unit.First; position <= unit.Last; position++)
        {
            line = position == unit.First ? line : Continue(line, position, indent, continuations);
            Write(line, position, unit);
            if (brackets.TryGetValue(position, out var bracket))
            {
                _lines[^1].Alignment = Alignment.None;
                line = PrintItems(bracket, line.Indent, block);
                position = bracket.Close;
                Write(line, position, unit);
            }
        }

        if (continuations.Count > 0)
        {
            line.Alignment = Alignment.None;
        }
    }

    /// <summary>
    /// The line that a token goes to: the same one, or a continuation where one is wanted or a comment ends the line.
    /// </summary>
    private OutputLine Continue(OutputLine line, int position, int indent, HashSet<int> continuations)
    {
        if (!_map.HasComment(position) && !continuations.Contains(position))
        {
            line.Text.Append(' ', _spacing.Before(position));
            return line;
        }

        line.Alignment = Alignment.None;
        var inner = indent + LineBreaks.Indent;
        PrintComments(position, inner, line.Block, Separation.Start);
        return Start(inner, line.Block, Alignment.None);
    }

    private void Write(OutputLine line, int position, Unit unit)
    {
        if (unit.Stops.Contains(position))
        {
            line.Stops.Add(line.Text.Length);
        }

        line.Text.Append(_map.TextOf(position));
    }

    /// <summary>Writes the items of a broken bracket and gives the line that its closing mark goes to.</summary>
    private OutputLine PrintItems(Bracket bracket, int indent, int outer)
    {
        var block = ++_blocks;
        var inner = indent + LineBreaks.Indent;
        for (var i = 0; i < bracket.Items.Count; i++)
        {
            var item = bracket.Items[i];
            var hasComma = _map.Tokens[item.Last + 1].Kind == TokenKind.Comma;
            if (i == 0 || bracket.Style != BracketStyle.List || !TryFill(bracket.Items[i - 1], item, inner))
            {
                PrintComments(item.First, inner, block, i == 0 ? Separation.Start : Separation.AsWritten);
                PrintUnit(item, inner, block, hasComma ? 1 : 0);
            }

            if (hasComma)
            {
                _lines[^1].Text.Append(',');
                PrintComments(item.Last + 1, inner, block, Separation.Start);
            }
        }

        PrintComments(bracket.Close, inner, block, bracket.Items.Count == 0 ? Separation.Empty : Separation.Close);
        return Start(indent, outer, Alignment.None);
    }

    /// <summary>
    /// Writes an item of a list behind the one before it, where both were written on one line and both still fit. An item
    /// that takes several lines stands alone.
    /// </summary>
    private bool TryFill(Unit before, Unit item, int indent)
    {
        var line = _lines[^1];
        var width = line.Width + 1 + _spacing.Width(item.First, item.Last) + 1;
        var wasBroken = line.Comment.Length > 0 || _map.TriviaOf(item.First).Contains('\n');
        if (wasBroken || width > LineBreaks.LongestLine || !IsFlat(before, indent) || !IsFlat(item, indent))
        {
            return false;
        }

        line.Alignment = Alignment.None;
        for (var position = item.First; position <= item.Last; position++)
        {
            line.Text.Append(' ', _spacing.Before(position)).Append(_map.TextOf(position));
        }

        return true;
    }

    private bool IsFlat(Unit unit, int indent) =>
        _breaks.Decide(unit, indent, trailing: 1).Count == 0
        && !unit.Brackets.Exists(bracket => bracket.IsBroken)
        && !Enumerable.Range(unit.First + 1, unit.Last - unit.First).Any(_map.HasComment);

    private OutputLine Start(int indent, int block, Alignment alignment)
    {
        var line = new OutputLine(indent, block, alignment);
        _lines.Add(line);
        return line;
    }

    /// <summary>
    /// Writes the comments before a token: behind the line before where they stood there, else on lines of their own.
    /// </summary>
    private void PrintComments(int position, int indent, int block, Separation separation)
    {
        var comments = Comments.Before(_map, position);
        if (comments.Trailing.Length > 0 && _lines.Count > 0)
        {
            AddTrailing(comments.Trailing, indent, block);
        }

        var isBlankWanted = separation == Separation.Apart;
        foreach (var (text, isAfterBlank) in comments.Lines)
        {
            SeparateIf(isBlankWanted || (isAfterBlank && separation is not (Separation.Start or Separation.Empty)), block);
            Start(indent, block, Alignment.None).Comment = text;
            isBlankWanted = false;
            separation = separation is Separation.Close or Separation.Empty ? Separation.Close : Separation.AsWritten;
        }

        SeparateIf(isBlankWanted || (comments.EndsWithBlank && separation == Separation.AsWritten), block);
    }

    /// <summary>A line has one comment: a second one goes below it.</summary>
    private void AddTrailing(string comment, int indent, int block)
    {
        var line = _lines[^1].Comment.Length == 0 ? _lines[^1] : Start(indent, block, Alignment.None);
        line.Comment = comment;
    }

    private void SeparateIf(bool isWanted, int block)
    {
        if (isWanted && _lines.Count > 0 && !_lines[^1].IsBlank)
        {
            Start(0, block, Alignment.None);
        }
    }
}
