using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ashlar.Guard;

/// <summary>
/// Everything that the code of a slot names, and the type of everything that it calculates, has to be allowed: what has no name
/// in the text still has a type.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ApiAnalyzer : SlotAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [GuardRule.SlotApi];

    private protected override void Register(AnalysisContext context) => context.RegisterSemanticModelAction(tree =>
        new Walk(tree.SemanticModel, tree.ReportDiagnostic).Visit(tree.SemanticModel.SyntaxTree.GetRoot(tree.CancellationToken)));

    private sealed class Walk(SemanticModel model, Action<Diagnostic> report) : CSharpSyntaxWalker
    {
        /// <summary>One use is one finding, however many names and values it has.</summary>
        private readonly HashSet<(int Line, string Reason)> _seen = [];

        public override void VisitUsingDirective(UsingDirectiveSyntax node)
        {
            // A name that is imported and not used does nothing.
        }

        public override void VisitQualifiedName(QualifiedNameSyntax node) => Visit(node.Right);

        public override void Visit(SyntaxNode? node)
        {
            if (node is null)
            {
                return;
            }

            // From the inside out: the finding stands at the name itself.
            base.Visit(node);
            if (node is ExpressionSyntax or AttributeSyntax or ConstructorInitializerSyntax or SelectOrGroupClauseSyntax)
            {
                Check(model.GetSymbolInfo(node).Symbol, node);
            }

            if (node is ExpressionSyntax value)
            {
                CheckValue(value);
            }

            CheckHidden(node);
        }

        private void CheckValue(ExpressionSyntax node)
        {
            var type = model.GetTypeInfo(node);
            Check(type.Type, node);
            Check(type.ConvertedType, node);
            Check(model.GetConversion(node).MethodSymbol, node);
        }

        /// <summary>Members that a construct calls without naming them.</summary>
        private void CheckHidden(SyntaxNode node)
        {
            switch (node)
            {
                case CommonForEachStatementSyntax loop:
                    var each = model.GetForEachStatementInfo(loop);
                    Check(each.GetEnumeratorMethod, loop.Expression);
                    Check(each.ElementType, loop.Expression);
                    Check(each.ElementConversion.MethodSymbol, loop.Expression);
                    break;
                case QueryClauseSyntax clause:
                    Check(model.GetQueryClauseInfo(clause).OperationInfo.Symbol, clause);
                    break;
                case ExpressionSyntax { Parent: InitializerExpressionSyntax } added:
                    Check(model.GetCollectionInitializerSymbolInfo(added).Symbol, added);
                    break;
                case VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ParameterSyntax:
                    Check((model.GetDeclaredSymbol(node) as ILocalSymbol)?.Type, node);
                    break;
            }
        }

        private void Check(ISymbol? symbol, SyntaxNode at)
        {
            switch (symbol)
            {
                case ITypeSymbol type:
                    Check(type, at);
                    break;
                case IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol:
                    CheckMember(symbol, at);
                    break;
            }
        }

        private void CheckMember(ISymbol member, SyntaxNode at)
        {
            var method = member as IMethodSymbol;
            foreach (var argument in method?.TypeArguments ?? [])
            {
                Check(argument, at);
            }

            if ((method?.ReducedFrom ?? member).ContainingType is not { } type)
            {
                return;
            }

            // A tuple, a delegate's `Invoke` and what records get from the compiler have no text of their own.
            if (type.TypeKind != TypeKind.Delegate)
            {
                Check(type, at);
            }

            if (AllowedApi.IsAllowed(type) && !AllowedApi.IsAllowed(member, type))
            {
                Report($"{AllowedApi.NameOf(type)}.{member.Name}", at);
            }
        }

        private void Check(ITypeSymbol? type, SyntaxNode at)
        {
            switch (type)
            {
                case IArrayTypeSymbol array:
                    Check(array.ElementType, at);
                    break;
                case INamedTypeSymbol { TypeKind: not TypeKind.Error } named:
                    CheckNamed(named, at);
                    break;
            }
        }

        private void CheckNamed(INamedTypeSymbol type, SyntaxNode at)
        {
            if (!AllowedApi.IsAllowed(type))
            {
                Report(AllowedApi.NameOf(type), at);
                return;
            }

            foreach (var argument in type.TypeArguments)
            {
                Check(argument, at);
            }
        }

        private void Report(string name, SyntaxNode at)
        {
            var (reason, instead) = RefusedApi.Of(name);
            if (!_seen.Add((at.GetLocation().GetLineSpan().StartLinePosition.Line, reason)))
            {
                return;
            }

            report(GuardRule.SlotApi.At(at.GetLocation(), $"`{name}` is not allowed in a slot", reason, instead));
        }
    }
}
