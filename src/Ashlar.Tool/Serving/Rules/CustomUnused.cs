using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>A file of hand-written code that no project compiles.</summary>
internal sealed class CustomUnused : Rule
{
    public override Severity Severity => Severity.Warning;

    public static Diagnostic At(SourceFile file, IReadOnlyCollection<string> folders)
    {
        var found = Diagnostic.Of<CustomUnused>(
            new Location(file.Path, new TextSpan(0, LengthOfFirstLine(file.Text))), "nothing compiles this file");
        return folders.Count == 0
            ? found.WithNote("no module of the model has a slot").WithHelp("remove the file, or declare the slot that it is for")
            : found.WithNote("the code of slots stands in " + string.Join(", ", folders.Select(folder => $"`{folder}`")))
                .WithHelp("move the file there, or remove it");
    }

    private static int LengthOfFirstLine(string text) =>
        text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length;
}
