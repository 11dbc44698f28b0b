using System.Text.RegularExpressions;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Modules;

/// <summary>A file of C#: its header, the namespaces that its code needs, its own namespace and one type.</summary>
internal static partial class CSharpFile
{
    public static Code Of(Emission emission, string module, Code header, Code type)
    {
        var usings = Code.Lines(Usings(emission, type.Text).Order(Comparer).Select(name => Code.Of($"using {Ident.Of(name)};")));
        var top = usings.IsEmpty ? header : Code.Of($"{header}\n{usings}\n");
        return Code.Of($$"""
            {{top}}
            namespace {{Names.Namespace(emission.Model, module)}};

            {{type}}
            """);
    }

    // `System` stands first, as everywhere in .NET.
    private static readonly Comparer<string> Comparer = Comparer<string>.Create((left, right) =>
        (IsSystem(right) - IsSystem(left)) is var first and not 0 ? first : string.CompareOrdinal(left, right));

    private static int IsSystem(string name) => name.StartsWith("System", StringComparison.Ordinal) ? 1 : 0;

    private static IEnumerable<string> Usings(Emission emission, string code)
    {
        if (Json().IsMatch(code))
        {
            yield return "System.Text.Json";
        }

        if (Services().IsMatch(code))
        {
            yield return "Microsoft.Extensions.DependencyInjection";
        }

        if (Culture().IsMatch(code))
        {
            yield return "System.Globalization";
        }

        if (Roles().IsMatch(code))
        {
            yield return $"{emission.Root}.Contracts";
        }

        if (Kernel().IsMatch(code))
        {
            yield return $"{emission.Root}.Kernel";
        }
    }

    [GeneratedRegex(@"\b(Utf8JsonWriter|JsonElement)\b")]
    private static partial Regex Json();

    [GeneratedRegex(@"\bIServiceCollection\b")]
    private static partial Regex Services();

    [GeneratedRegex(@"\bCultureInfo\b")]
    private static partial Regex Culture();

    [GeneratedRegex(@"\bRoles\.")]
    private static partial Regex Roles();

    [GeneratedRegex(
        @"\b(\w+Field|Api|Bounds|Call|Caller|Change|Consumer|FileView|Filter|IEvent|I?Reply|IShape|JsonBody|ListChange|"
        + @"ListStatement|Outbound\w+|OutsideCall|Principal|Refusal|Rows|Session|SettingsSection|SlotBoundary|Statement|"
        + @"UnitOfWork|Value|Workflow)\b")]
    private static partial Regex Kernel();
}
