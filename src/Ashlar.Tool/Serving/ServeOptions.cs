namespace Ashlar.Tool.Serving;

/// <summary>What the person who runs a system chose. Empty: the tool chooses.</summary>
internal sealed record ServeOptions(string Url, string Database, bool IsQuiet);
