using Ashlar.Core.Syntax;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Workspace;

/// <summary>The model that a new system begins with.</summary>
internal static class StarterModel
{
    private const string Resource = "starter/starter.ashlar";

    public static string For(SystemName name)
    {
        using var stream = typeof(StarterModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"the tool was built without {Resource}");
        var text = new StreamReader(stream).ReadToEnd()
            .Replace("title \"Starter\"", $"title \"{name.Title}\"", StringComparison.Ordinal)
            .Replace("Starter", name.Identifier, StringComparison.Ordinal)
            .Replace("starter.example", $"{name.FileName}.example", StringComparison.Ordinal);
        // A longer name can need another line break.
        return Formatter.Format(Parser.Parse(new SourceFile(Resource, text)));
    }
}
