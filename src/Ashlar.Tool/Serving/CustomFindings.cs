using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Guard;
using Ashlar.Tool.Serving.Rules;
using Microsoft.CodeAnalysis;
using Finding = Ashlar.Core.Diagnostics.Diagnostic;
using Place = Ashlar.Core.Text.Location;

namespace Ashlar.Tool.Serving;

/// <summary>What the compiler and the guard say of hand-written code, as our findings, with the slot that is meant.</summary>
internal static class CustomFindings
{
    private const int Most = 20;

    private static readonly FrozenDictionary<string, Func<Place, string, Finding>> Rules =
        new Dictionary<string, Func<Place, string, Finding>>(StringComparer.Ordinal)
        {
            [nameof(SlotMissing)] = Finding.Of<SlotMissing>,
            [nameof(SlotApi)] = Finding.Of<SlotApi>,
            [nameof(SlotLanguage)] = Finding.Of<SlotLanguage>,
            [nameof(SlotState)] = Finding.Of<SlotState>,
            [nameof(SlotExceptions)] = Finding.Of<SlotExceptions>,
            [nameof(SlotCancellation)] = Finding.Of<SlotCancellation>,
            [nameof(SlotRecursion)] = Finding.Of<SlotRecursion>,
            [nameof(SlotRegex)] = Finding.Of<SlotRegex>,
            [nameof(SlotSize)] = Finding.Of<SlotSize>,
            [nameof(SlotSuppression)] = Finding.Of<SlotSuppression>,
        }.ToFrozenDictionary();

    public static CustomCode Of(string systemRoot, SystemModel model, ImmutableArray<Diagnostic> problems)
    {
        var shown = problems.OrderBy(problem => problem.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(problem => problem.Location.SourceSpan.Start)
            .Take(Most)
            .ToList();
        return new CustomCode
        {
            Problems = [.. shown.Select(problem => Of(systemRoot, model, problem))],
            Shown =
            [
                .. shown.Select(problem => problem.Location.SourceTree).OfType<SyntaxTree>().Distinct()
                    .Select(tree => new SourceFile(PathOf(systemRoot, tree.FilePath), tree.ToString())),
            ],
        };
    }

    private static Finding Of(string systemRoot, SystemModel model, Diagnostic problem)
    {
        var tree = problem.Location.SourceTree;
        var path = PathOf(systemRoot, tree?.FilePath ?? problem.Location.GetLineSpan().Path);
        if (tree is null && SlotAt(model, path, problem.Location) is { } missing)
        {
            return Said(missing.Origin.Location, problem);
        }

        var span = problem.Location.SourceSpan;
        var place = new Place(path, new Core.Text.TextSpan(span.Start, span.Length));
        var slot = model.Slots.FirstOrDefault(slot => path.EndsWith($"/{slot.Name.Name}.cs", StringComparison.Ordinal));
        var found = Rules.ContainsKey(problem.Id) ? Said(place, problem) : Broken(place, problem);
        return slot is null ? found : found.WithRelated(slot.Origin.Location, "the slot is declared here");
    }

    private static Finding Said(Place place, Diagnostic problem) =>
        Rules[problem.Id](place, Part(problem, GuardParts.Fact))
            .WithNote(Part(problem, GuardParts.Reason))
            .WithHelp(Part(problem, GuardParts.Instead));

    private static Finding Broken(Place place, Diagnostic problem) =>
        Finding.Of<CsharpError>(place, $"this file does not compile: `{problem.Id}`")
            .WithNote("C# says: " + problem.GetMessage(CultureInfo.InvariantCulture))
            .WithHelp("mend the code in `custom/`");

    private static string Part(Diagnostic problem, string key) => problem.Properties.GetValueOrDefault(key) ?? "";

    private static SlotDefinition? SlotAt(SystemModel model, string path, Microsoft.CodeAnalysis.Location location)
    {
        // A closure over a struct of the compiler could not be loaded before the compiler is.
        var start = location.GetLineSpan().StartLinePosition;
        var position = new Core.Text.LinePosition(start.Line + 1, start.Character + 1);
        return model.Slots.FirstOrDefault(slot => slot.Line.Path == path && slot.Line.Position == position);
    }

    private static string PathOf(string systemRoot, string file) =>
        Path.GetRelativePath(systemRoot, file).Replace('\\', '/');
}
