using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>The findings in the text of one file, with an end: text that is no model must not flood the reader.</summary>
internal sealed class SyntaxReport(SourceFile source)
{
    private const int MostFindings = 200;

    private readonly DiagnosticBag _bag = new();
    private int _count;

    public Location At(TextSpan span) => new(source.Path, span);

    public void Add(Diagnostic diagnostic)
    {
        _count++;
        if (_count <= MostFindings)
        {
            _bag.Add(diagnostic);
        }
        else if (_count == MostFindings + 1)
        {
            var message = $"more than {MostFindings} findings in this file, the rest is not shown";
            _bag.Add(Diagnostic.Of<TooManyFindings>(diagnostic.Location, message).WithHelp("mend the first findings and check again"));
        }
    }

    public ImmutableArray<Diagnostic> ToSorted() => _bag.ToSorted();
}
