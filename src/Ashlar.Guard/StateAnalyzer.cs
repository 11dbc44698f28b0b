using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ashlar.Guard;

/// <summary>What is static outlives a call, so it is constant: else a call could tell another one something.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StateAnalyzer : SlotAnalyzer
{
    private static readonly string[] ConstantNamespaces = ["System.Collections.Immutable", "System.Collections.Frozen"];

    private static readonly HashSet<string> ConstantTypes = new(StringComparer.Ordinal)
    {
        "System.Text.RegularExpressions.Regex", "System.Buffers.SearchValues", "System.StringComparer", "System.Guid",
        "System.DateOnly", "System.TimeOnly", "System.DateTimeOffset", "System.TimeSpan", "System.Uri", "System.Version",
        "System.Globalization.CultureInfo", "System.Text.Rune", "System.Numerics.BigInteger", "System.Text.Encoding",
        "System.Int128", "System.UInt128", "System.Index", "System.Range",
    };

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [GuardRule.SlotState];

    private protected override void Register(AnalysisContext context) =>
        context.RegisterSymbolAction(Check, SymbolKind.Field, SymbolKind.Event, SymbolKind.Property);

    private static void Check(SymbolAnalysisContext context)
    {
        var symbol = context.Symbol is IPropertySymbol property ? KeptBy(property) : context.Symbol;
        if (symbol is not { IsStatic: true } or IFieldSymbol { IsConst: true } or { ContainingType.TypeKind: TypeKind.Enum })
        {
            return;
        }

        var field = symbol as IFieldSymbol;
        var name = field?.AssociatedSymbol?.Name ?? symbol.Name;
        if (field is not { IsReadOnly: true })
        {
            Report(context, $"`{name}` is static and can change", "make it `readonly`, or a local of the call");
        }
        else if (!IsConstant(field.Type, []))
        {
            Report(context, $"`{name}` is static, and what it holds can change",
                "hold it as an immutable collection such as `ImmutableArray` or `FrozenDictionary`");
        }
    }

    /// <summary>The field that the compiler makes for a property that has no code.</summary>
    private static IFieldSymbol? KeptBy(IPropertySymbol property) => property.ContainingType.GetMembers().OfType<IFieldSymbol>()
        .FirstOrDefault(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static void Report(SymbolAnalysisContext context, string fact, string instead) =>
        context.ReportDiagnostic(GuardRule.SlotState.At(
            context.Symbol.Locations[0], fact, "a slot keeps nothing between its calls", instead));

    /// <summary>A value that nothing can change, with all that it is made of.</summary>
    private static bool IsConstant(ITypeSymbol type, ImmutableHashSet<ITypeSymbol> outer)
    {
        if (type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String || type.TypeKind == TypeKind.Enum)
        {
            return true;
        }

        if (type is not INamedTypeSymbol named || outer.Contains(type, SymbolEqualityComparer.Default))
        {
            return type is INamedTypeSymbol;
        }

        var inside = outer.Add(type);
        if (named.IsTupleType || named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            || ConstantNamespaces.Contains(AllowedApi.NamespaceOf(named)) || ConstantTypes.Contains(AllowedApi.NameOf(named)))
        {
            return named.TypeArguments.All(argument => IsConstant(argument, inside));
        }

        return named.Locations.Any(place => place.IsInSource)
            && named is { IsSealed: true } or { IsValueType: true }
            && named.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic)
                .All(field => field.IsReadOnly && IsConstant(field.Type, inside));
    }
}
