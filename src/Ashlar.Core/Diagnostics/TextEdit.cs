using Ashlar.Core.Text;

namespace Ashlar.Core.Diagnostics;

/// <summary>Replaces a range of a file by another text.</summary>
public sealed record TextEdit(string Path, TextSpan Span, string NewText);
