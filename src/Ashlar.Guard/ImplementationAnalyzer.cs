using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ashlar.Guard;

/// <summary>Every slot of the model has its class. What is missing is said at the line of the model.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ImplementationAnalyzer : SlotAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [GuardRule.SlotMissing];

    private protected override void Register(AnalysisContext context) => context.RegisterCompilationAction(whole =>
    {
        foreach (var slot in SlotList.Of(whole.Options, whole.CancellationToken).Slots)
        {
            if (Fault(whole.Compilation, slot) is { } fault)
            {
                whole.ReportDiagnostic(GuardRule.SlotMissing.At(
                    PlaceOf(slot), $"the slot `{slot.Slot}` has no implementation", fault,
                    $"write the class `{slot.Class}` in `{slot.File}`; without that file `ashlar build` writes a start"));
            }
        }
    });

    private static string? Fault(Compilation compilation, WantedSlot slot)
    {
        var dot = slot.Class.LastIndexOf('.') + 1;
        var contract = slot.Class.Substring(0, dot) + "I" + slot.Class.Substring(dot);
        return compilation.GetTypeByMetadataName(slot.Class) switch
        {
            null => "no class has its name",
            { TypeKind: not TypeKind.Class } or { IsAbstract: true } => "what has its name is no class that can be made",
            { DeclaredAccessibility: not Accessibility.Public } => "its class is not public",
            var type when type.AllInterfaces.All(one => one.ToDisplayString() != contract) =>
                $"its class does not implement `{contract.Substring(dot)}`",
            var type when type.InstanceConstructors.All(made =>
                made is not { Parameters.Length: 0, DeclaredAccessibility: Accessibility.Public }) =>
                "its class has no public constructor without parameters",
            _ => null,
        };
    }

    private static Location PlaceOf(WantedSlot slot)
    {
        var start = new LinePosition(slot.Line - 1, slot.Column - 1);
        return Location.Create(slot.Model, default, new LinePositionSpan(start, start));
    }
}
