using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ashlar.Guard;

/// <summary>What the code of a slot may not do. The id is the name of the rule.</summary>
internal static class GuardRule
{
    public static readonly DiagnosticDescriptor SlotMissing =
        Of(nameof(SlotMissing), "A slot has no implementation", WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor SlotApi = Of(nameof(SlotApi), "A slot names what it may not use");

    public static readonly DiagnosticDescriptor SlotLanguage =
        Of(nameof(SlotLanguage), "A slot uses a feature that it may not use");

    public static readonly DiagnosticDescriptor SlotState = Of(nameof(SlotState), "A slot keeps something between calls");

    public static readonly DiagnosticDescriptor SlotExceptions = Of(nameof(SlotExceptions), "A slot swallows exceptions");

    public static readonly DiagnosticDescriptor SlotCancellation =
        Of(nameof(SlotCancellation), "A loop of a slot ignores cancellation");

    public static readonly DiagnosticDescriptor SlotRecursion =
        Of(nameof(SlotRecursion), "The code of a slot calls itself", WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor SlotRegex = Of(nameof(SlotRegex), "A pattern of a slot may take for ever");

    public static readonly DiagnosticDescriptor SlotSize = Of(nameof(SlotSize), "The code of a slot is too large");

    public static readonly DiagnosticDescriptor SlotSuppression =
        Of(nameof(SlotSuppression), "The code of a slot silences a rule without a reason");

    /// <summary>The rules that a comment with a reason may allow, by the name that the comment has.</summary>
    public static readonly ImmutableDictionary<string, DiagnosticDescriptor> Allowable =
        new[] { SlotCancellation, SlotRecursion, SlotExceptions, SlotSize }.ToImmutableDictionary(rule => CodeOf(rule.Id));

    /// <summary>`SlotApi` is `slot-api` in comments, in documents and in the tool.</summary>
    public static string CodeOf(string id)
    {
        var code = new System.Text.StringBuilder();
        foreach (var letter in id)
        {
            if (char.IsUpper(letter) && code.Length > 0)
            {
                code.Append('-');
            }

            code.Append(char.ToLowerInvariant(letter));
        }

        return code.ToString();
    }

    /// <summary>A finding that says all three in one line, and apart for whoever shows them apart.</summary>
    public static Diagnostic At(this DiagnosticDescriptor rule, Location at, string fact, string reason, string instead)
    {
        var parts = ImmutableDictionary<string, string?>.Empty
            .Add(GuardParts.Fact, fact).Add(GuardParts.Reason, reason).Add(GuardParts.Instead, instead);
        return Diagnostic.Create(rule, at, parts, fact, reason, instead);
    }

    // What is not configurable no file and no pragma turns down; what counts as the compiler's no `SuppressMessage` does.
    private static DiagnosticDescriptor Of(string id, string title, params string[] tags) => new(
        id, title, "{0} ({1}): {2}", "Slots", DiagnosticSeverity.Error, isEnabledByDefault: true,
        customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler, .. tags]);
}
