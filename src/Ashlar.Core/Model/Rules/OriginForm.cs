using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>Text that names no single site, or not as a browser does, where the sites of pages are listed.</summary>
internal sealed class OriginForm : Rule
{
    public static Diagnostic None(Location at, string text) =>
        Diagnostic.Of<OriginForm>(at, $"`{text}` is no site")
            .WithLabel("not the origin of a page")
            .WithHelp("write the scheme, the host and a port that is not the usual one: `https://shop.example`");

    public static Diagnostic Spelled(Location at, string text, string origin) =>
        Diagnostic.Of<OriginForm>(at, $"`{text}` is never what a browser sends")
            .WithLabel($"a browser sends `{origin}`")
            .WithHelp($"write `{origin}`")
            .WithFix(Fix.Replace(FixSafety.Safe, at, $"\"{origin}\"", $"write `{origin}`"));

    public static Diagnostic Open(Location at, string text) =>
        Diagnostic.Of<OriginForm>(at, $"`{text}` can be anybody on the way to it")
            .WithLabel("not encrypted")
            .WithHelp("write `https`, and encrypt the site");
}
