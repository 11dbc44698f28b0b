using Ashlar.Core.Text;

namespace Ashlar.Core.Diagnostics;

/// <summary>An edit with a promise: a safe one keeps the meaning or mends text that did not compile.</summary>
public sealed record Fix(FixSafety Safety, string Title, ValueList<TextEdit> Edits)
{
    public static Fix Replace(FixSafety safety, Location at, string text, string title) =>
        new(safety, title, [new TextEdit(at.Path, at.Span, text)]);

    public static Fix Insert(FixSafety safety, string path, int offset, string text, string title) =>
        new(safety, title, [new TextEdit(path, new TextSpan(offset, 0), text)]);

    public static Fix Remove(FixSafety safety, Location at, string title) => Replace(safety, at, "", title);
}
