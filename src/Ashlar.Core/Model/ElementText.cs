using Ashlar.Core.Syntax;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>What stands in the model, for people.</summary>
public static class ElementText
{
    /// <summary>The text of an element on one line, without comments.</summary>
    public static string OnOneLine(Origin origin) => origin.Source is { } source ? OneLine.Of(source, origin.Span) : "";
}
