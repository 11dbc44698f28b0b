using System.Buffers;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>
/// Characters in texts and comments that do not show, or make a line read differently from what it is: a reviewer must
/// see what the compiler sees.
/// </summary>
internal sealed partial class Lexer
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [
            .. Enumerable.Range(0, 32).Select(unit => (char)unit).Where(unit => unit is not ('\t' or '\r' or '\n')),
            .. Enumerable.Range(0x7f, 33).Select(unit => (char)unit),
            .. Enumerable.Range(0x200b, 1).Concat(Enumerable.Range(0x2028, 7)).Select(unit => (char)unit),
            .. Enumerable.Range(0x2066, 4).Concat(Enumerable.Range(0xfffe, 2)).Select(unit => (char)unit),
            .. Enumerable.Range(0xd800, 0x800).Select(unit => (char)unit),
        ]);

    private void ReportHidden(TextSpan span)
    {
        var position = span.Start;
        while (_text.AsSpan(position, span.End - position).IndexOfAny(Suspects) is var distance and >= 0)
        {
            position += distance;
            if (position + 1 < span.End && char.IsSurrogatePair(_text[position], _text[position + 1]))
            {
                position += 2;
                continue;
            }

            var unit = new TextSpan(position, 1);
            _report.Add(_report.Finding<HiddenCharacter>(unit, $"{Show(unit)} does not show")
                .WithHelp("remove it")
                .WithFix(_report.Removing(unit, "remove it")));
            position++;
        }
    }
}
