using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>The findings in the text of one file, with an end: text that is no model must not flood the reader.</summary>
internal sealed class SyntaxReport(SourceFile source)
{
    private const int MostFindings = 200;

    private readonly DiagnosticBag _bag = new();
    /// <summary>How many findings there were, those that are not shown too.</summary>
    public int Count { get; private set; }

    /// <summary>Nothing more is shown, so nothing more needs to be worked out.</summary>
    public bool IsFull => Count >= MostFindings;

    public Location At(TextSpan span) => new(source.Path, span);

    public Diagnostic Finding<TRule>(TextSpan span, string message)
        where TRule : Rule, new() => Diagnostic.Of<TRule>(At(span), message);

    public Fix Replacing(TextSpan span, string text, string title) => Fix.Replace(FixSafety.Safe, At(span), text, title);

    public Fix Inserting(int offset, string text, string title) => Fix.Insert(FixSafety.Safe, source.Path, offset, text, title);

    public Fix Removing(TextSpan span, string title) => Fix.Remove(FixSafety.Safe, At(span), title);

    public void Add(Diagnostic diagnostic)
    {
        Count++;
        if (Count <= MostFindings)
        {
            var note = $"the file has {MostFindings} findings or more, those after this one are not shown";
            _bag.Add(Count == MostFindings ? diagnostic.WithNote(note) : diagnostic);
        }
    }

    public ImmutableArray<Diagnostic> ToSorted() => _bag.ToSorted();
}
