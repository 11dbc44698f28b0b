using System.Collections.Immutable;
using System.Globalization;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;
using Ashlar.Tool.Changing.Rules;

namespace Ashlar.Tool.Changing;

/// <summary>Reads identities, and says what a bad merge or a slip did to them.</summary>
internal sealed class ElementLockReader(SourceFile source)
{
    private static readonly Dictionary<string, ElementKind> Kinds =
        Enum.GetValues<ElementKind>().ToDictionary(ElementLock.KindOf, StringComparer.Ordinal);

    private readonly DiagnosticBag _report = new();
    private readonly Dictionary<string, (ElementLine Line, TextSpan Span)> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<ElementPath, TextSpan> _paths = [];
    private string _id = "";
    private TextSpan _idSpan;

    public (ElementLock Lock, ImmutableArray<Diagnostic> Problems) Read()
    {
        var rows = Rows().ToList();
        if (rows is not [var header, ..] || header.Text != ElementLock.Header)
        {
            _report.Add(BrokenElements.OtherFormat(source, rows.Count == 0 ? default : rows[0].Span));
            return (ElementLock.Empty, _report.ToSorted());
        }

        foreach (var row in rows.Skip(1))
        {
            ReadRow(row.Text, row.Span);
        }

        ReadEnd();
        var lines = _lines.ToImmutableSortedDictionary(line => line.Key, line => line.Value.Line, StringComparer.Ordinal);
        return (new ElementLock(lines), _report.ToSorted());
    }

    private IEnumerable<(string Text, TextSpan Span)> Rows()
    {
        for (var start = 0; start < source.Text.Length;)
        {
            var end = source.Text.IndexOf('\n', start);
            end = end < 0 ? source.Text.Length : end;
            var text = source.Text[start..end].TrimEnd('\r');
            if (text.Length > 0)
            {
                yield return (text, new TextSpan(start, text.Length));
            }

            start = end + 1;
        }
    }

    private void ReadRow(string text, TextSpan span)
    {
        if (text.StartsWith("<<<<<<<", StringComparison.Ordinal) || text.StartsWith("=======", StringComparison.Ordinal)
            || text.StartsWith(">>>>>>>", StringComparison.Ordinal) || text.StartsWith("|||||||", StringComparison.Ordinal))
        {
            _report.Add(BrokenElements.MergeMark(source, span));
        }
        else if (text[0] == ' ')
        {
            ReadElement(text.Trim().Split(' '), span);
        }
        else if (text.EndsWith(ElementLock.End, StringComparison.Ordinal))
        {
            ReadEnd();
        }
        else
        {
            ReadId(text, span);
        }
    }

    private void ReadId(string text, TextSpan span)
    {
        ReadEnd();
        (_id, _idSpan) = (text, span);
    }

    private void ReadEnd()
    {
        if (_id.Length > 0)
        {
            _report.Add(BrokenElements.CutOff(source, _idSpan));
            _id = "";
        }
    }

    private void ReadElement(string[] words, TextSpan span)
    {
        if (LineOf(words) is not { } line)
        {
            _report.Add(BrokenElements.Unreadable(source, span));
        }
        else if (_id.Length == 0)
        {
            _report.Add(BrokenElements.TwoReadings(source, span));
        }
        else if (_lines.TryGetValue(_id, out var first) && first.Line != line)
        {
            _report.Add(BrokenElements.IdTwice(source, span, _id, first.Span));
        }
        else
        {
            _lines[_id] = (line, span);
            ReportPathTwice(line, span);
        }

        _id = "";
    }

    private void ReportPathTwice(ElementLine line, TextSpan span)
    {
        if (line.DroppedBy == 0 && !_paths.TryAdd(line.Path, span) && _paths[line.Path] != span)
        {
            _report.Add(BrokenElements.PathTwice(source, span, line.Path, _paths[line.Path]));
        }
    }

    private ElementLine? LineOf(string[] words)
    {
        var plan = 0;
        var isDropped = words is [_, _, "dropped", var number]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out plan) && plan > 0;
        return words is [var kind, var path, ..] && (words.Length == 2 || isDropped) && Kinds.TryGetValue(kind, out var known)
            ? new ElementLine(_id, new ElementPath(known, path), plan)
            : null;
    }
}
