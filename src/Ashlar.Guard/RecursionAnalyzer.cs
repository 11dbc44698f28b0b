using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ashlar.Guard;

/// <summary>
/// No member reaches itself: calls that go too deep end the whole process, and nothing can catch that. Calls through an
/// interface or a base class count for all that implement them, those of a lambda for the member that it stands in.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RecursionAnalyzer : SlotAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [GuardRule.SlotRecursion];

    private protected override void Register(AnalysisContext context) => context.RegisterCompilationStartAction(start =>
    {
        var calls = new ConcurrentDictionary<ISymbol, ConcurrentBag<ISymbol>>(SymbolEqualityComparer.Default);
        var implementations = new ConcurrentDictionary<ISymbol, ConcurrentBag<ISymbol>>(SymbolEqualityComparer.Default);
        var selfMade = new ConcurrentBag<Location>();
        start.RegisterOperationAction(
            operation => Collect(operation, calls),
            OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.PropertyReference,
            OperationKind.MethodReference, OperationKind.Binary, OperationKind.Unary, OperationKind.Conversion);
        start.RegisterSyntaxNodeAction(
            node => CollectLambda(node, selfMade),
            SyntaxKind.SimpleLambdaExpression,
            SyntaxKind.ParenthesizedLambdaExpression,
            SyntaxKind.AnonymousMethodExpression);
        start.RegisterSymbolAction(
            type => CollectImplementations((INamedTypeSymbol)type.Symbol, implementations), SymbolKind.NamedType);
        start.RegisterCompilationEndAction(end => Report(end, calls, implementations, selfMade));
    });

    private static void Collect(OperationAnalysisContext context, ConcurrentDictionary<ISymbol, ConcurrentBag<ISymbol>> calls)
    {
        ISymbol? called = context.Operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation made => made.Constructor,
            IPropertyReferenceOperation read => read.Property,
            IMethodReferenceOperation named => named.Method,
            IBinaryOperation both => both.OperatorMethod,
            IUnaryOperation one => one.OperatorMethod,
            IConversionOperation turned => turned.OperatorMethod,
            _ => null,
        };
        if (called?.OriginalDefinition is { } target && IsOwn(target))
        {
            calls.GetOrAdd(MemberOf(Caller(context)), _ => []).Add(MemberOf(target));
        }
    }

    /// <summary>A local function is a member of its own; everything else counts for the member around it.</summary>
    private static ISymbol Caller(OperationAnalysisContext context)
    {
        for (var operation = context.Operation.Parent; operation is not null; operation = operation.Parent)
        {
            if (operation is ILocalFunctionOperation local)
            {
                return local.Symbol.OriginalDefinition;
            }
        }

        return context.ContainingSymbol.OriginalDefinition;
    }

    private static ISymbol MemberOf(ISymbol symbol) =>
        symbol is IMethodSymbol { AssociatedSymbol: { } property } ? property.OriginalDefinition : symbol;

    private static bool IsOwn(ISymbol symbol) =>
        symbol.Locations.Any(place => place.IsInSource) && !symbol.IsImplicitlyDeclared;

    /// <summary>`f = n => f(n - 1)`: a delegate that names what it is assigned to.</summary>
    private static void CollectLambda(SyntaxNodeAnalysisContext context, ConcurrentBag<Location> found)
    {
        var target = context.Node.Parent switch
        {
            AssignmentExpressionSyntax assignment => context.SemanticModel.GetSymbolInfo(assignment.Left).Symbol,
            EqualsValueClauseSyntax { Parent: { } declared } => context.SemanticModel.GetDeclaredSymbol(declared),
            _ => null,
        };
        var names = context.Node.DescendantNodes().OfType<IdentifierNameSyntax>();
        if (target is not null && names.Any(name =>
                SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetSymbolInfo(name).Symbol, target)))
        {
            found.Add(context.Node.GetLocation());
        }
    }

    private static void CollectImplementations(
        INamedTypeSymbol type, ConcurrentDictionary<ISymbol, ConcurrentBag<ISymbol>> implementations)
    {
        foreach (var member in type.AllInterfaces.SelectMany(one => one.GetMembers()))
        {
            if (type.FindImplementationForInterfaceMember(member) is { } own)
            {
                implementations.GetOrAdd(member.OriginalDefinition, _ => []).Add(own.OriginalDefinition);
            }
        }

        foreach (var member in type.GetMembers())
        {
            ISymbol? above = member switch
            {
                IMethodSymbol method => method.OverriddenMethod,
                IPropertySymbol property => property.OverriddenProperty,
                _ => null,
            };
            if (above is not null)
            {
                implementations.GetOrAdd(above.OriginalDefinition, _ => []).Add(member.OriginalDefinition);
            }
        }
    }

    private static void Report(
        CompilationAnalysisContext context,
        ConcurrentDictionary<ISymbol, ConcurrentBag<ISymbol>> calls,
        ConcurrentDictionary<ISymbol, ConcurrentBag<ISymbol>> implementations,
        ConcurrentBag<Location> selfMade)
    {
        foreach (var member in calls.Keys.Where(member => Reaches(member, calls, implementations)))
        {
            Add(context, member.Locations[0], $"`{member.Name}` calls itself, directly or through others");
        }

        foreach (var place in selfMade)
        {
            Add(context, place, "this lambda calls itself");
        }
    }

    private static void Add(CompilationAnalysisContext context, Location at, string fact) => ReportUnlessAllowed(
        context.ReportDiagnostic,
        GuardRule.SlotRecursion.At(
            at, fact, "calls that go too deep end the process",
            "write a loop with a `Stack` or a `Queue` of what is left to do"));

    private static bool Reaches(
        ISymbol member,
        ConcurrentDictionary<ISymbol, ConcurrentBag<ISymbol>> calls,
        ConcurrentDictionary<ISymbol, ConcurrentBag<ISymbol>> implementations)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var left = new Queue<ISymbol>(calls[member]);
        while (left.Count > 0)
        {
            var next = left.Dequeue();
            if (SymbolEqualityComparer.Default.Equals(next, member))
            {
                return true;
            }

            if (!seen.Add(next))
            {
                continue;
            }

            foreach (var further in Of(calls, next).Concat(Of(implementations, next)))
            {
                left.Enqueue(further);
            }
        }

        return false;
    }

    private static ConcurrentBag<ISymbol> Of(ConcurrentDictionary<ISymbol, ConcurrentBag<ISymbol>> map, ISymbol symbol) =>
        map.TryGetValue(symbol, out var found) ? found : [];
}
