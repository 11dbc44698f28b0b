using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A path that is no path.</summary>
internal sealed class ApiPath : Rule
{
    public static Diagnostic At(Site site, TextSyntax path)
    {
        var found = Diagnostic.Of<ApiPath>(site.At(path), $"{site.Quote(path, "this")} is not a path such as `/api`")
            .WithLabel("starts with a slash, ends without one")
            .WithHelp("write segments of letters, digits and dashes, each after a slash");
        var mended = "/" + string.Join('/', path.Value.Split('/', StringSplitOptions.RemoveEmptyEntries));
        return mended.Length > 1 && mended.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' or '_' or '.')
            ? found.WithFix(Fix.Replace(FixSafety.Safe, site.At(path), $"\"{mended}\"", $"write `{mended}`"))
            : found;
    }
}
