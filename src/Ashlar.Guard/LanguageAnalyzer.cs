using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ashlar.Guard;

/// <summary>Features of C# that reach past the guard, or past the process: they are refused wherever they stand.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LanguageAnalyzer : SlotAnalyzer
{
    private const string Unread = "the guard cannot read what it does";
    private const string Unsafe = "it reaches memory that is not its own";
    private const string Full = "a full stack ends the process";
    private const string Waiting = "a slot runs on one thread and waits for nothing";

    private static readonly Dictionary<SyntaxKind, (string What, string Reason, string Instead)> Kinds = new()
    {
        [SyntaxKind.UnsafeStatement] = ("`unsafe`", Unsafe, "use `Span` or an array"),
        [SyntaxKind.PointerType] = ("a pointer", Unsafe, "use `Span` or an array"),
        [SyntaxKind.FunctionPointerType] = ("a function pointer", Unsafe, "use `Func`"),
        [SyntaxKind.FixedStatement] = ("`fixed`", Unsafe, "use `Span` or an array"),
        [SyntaxKind.StackAllocArrayCreationExpression] = ("`stackalloc`", Full, "use an array"),
        [SyntaxKind.ImplicitStackAllocArrayCreationExpression] = ("`stackalloc`", Full, "use an array"),
        [SyntaxKind.MakeRefExpression] = ("`__makeref`", Unsafe, "pass the value itself"),
        [SyntaxKind.RefTypeExpression] = ("`__reftype`", Unsafe, "pass the value itself"),
        [SyntaxKind.RefValueExpression] = ("`__refvalue`", Unsafe, "pass the value itself"),
        [SyntaxKind.ArgListExpression] = ("`__arglist`", Unsafe, "use `params`"),
        [SyntaxKind.GotoStatement] = ("`goto`", "a loop without a form cannot be bounded", "write a loop, or a method"),
        [SyntaxKind.LockStatement] = ("`lock`", Waiting, "keep no state that needs it"),
        [SyntaxKind.AwaitExpression] = ("`await`", Waiting, "calculate in place"),
        [SyntaxKind.DestructorDeclaration] = ("a finalizer", "it runs after the slot, on another thread", "leave it out"),
        [SyntaxKind.ExternAliasDirective] = ("`extern alias`", Unread, "leave it out"),
        [SyntaxKind.LineDirectiveTrivia] = ("`#line`", "findings would point elsewhere", "leave it out"),
        [SyntaxKind.PragmaChecksumDirectiveTrivia] = ("`#pragma checksum`", "findings would point elsewhere", "leave it out"),
    };

    private static readonly Dictionary<SyntaxKind, (string Reason, string Instead)> Modifiers = new()
    {
        [SyntaxKind.UnsafeKeyword] = (Unsafe, "use `Span` or an array"),
        [SyntaxKind.ExternKeyword] = ("a slot calls no native code", "write it in C#"),
        [SyntaxKind.AsyncKeyword] = (Waiting, "calculate in place"),
        [SyntaxKind.VolatileKeyword] = (Waiting, "keep no state that needs it"),
    };

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [GuardRule.SlotLanguage];

    private protected override void Register(AnalysisContext context) => context.RegisterCompilationStartAction(start =>
    {
        var space = SlotList.Of(start.Options, start.CancellationToken).Namespace;
        start.RegisterSemanticModelAction(tree =>
        {
            var root = tree.SemanticModel.SyntaxTree.GetRoot(tree.CancellationToken);
            new Walk(tree.SemanticModel, space, tree.ReportDiagnostic).Visit(root);
        });
    });

    private sealed class Walk(SemanticModel model, string space, Action<Diagnostic> report)
        : CSharpSyntaxWalker(SyntaxWalkerDepth.StructuredTrivia)
    {
        public override void DefaultVisit(SyntaxNode node)
        {
            if (Kinds.TryGetValue(node.Kind(), out var found))
            {
                Report(node.GetFirstToken(includeZeroWidth: true).GetLocation(), found.What, found.Reason, found.Instead);
            }

            base.DefaultVisit(node);
        }

        public override void VisitToken(SyntaxToken token)
        {
            if (token.Parent is MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax
                && Modifiers.TryGetValue(token.Kind(), out var found))
            {
                Report(token.GetLocation(), $"`{token.Text}`", found.Reason, found.Instead);
            }

            base.VisitToken(token);
        }

        public override void VisitAttributeList(AttributeListSyntax node)
        {
            if (node.Target is { Identifier.Text: "assembly" or "module" } target)
            {
                Report(
                    target.GetLocation(), "an attribute of the assembly", "it changes how all code is compiled or loaded",
                    "leave it out");
            }

            base.VisitAttributeList(node);
        }

        public override void VisitIdentifierName(IdentifierNameSyntax node)
        {
            if (model.GetSymbolInfo(node).Symbol is ITypeSymbol { TypeKind: TypeKind.Dynamic })
            {
                Report(node.GetLocation(), "`dynamic`", Unread, "name the type");
            }

            base.VisitIdentifierName(node);
        }

        public override void VisitGlobalStatement(GlobalStatementSyntax node) =>
            Report(
                node.GetFirstToken().GetLocation(), "a statement outside of a class", "a slot is no program",
                "write it in `Run`");

        public override void VisitCompilationUnit(CompilationUnitSyntax node)
        {
            foreach (var member in node.Members)
            {
                CheckPlace(member);
            }

            base.VisitCompilationUnit(node);
        }

        /// <summary>A type in a namespace of others could stand in for one of theirs.</summary>
        private void CheckPlace(MemberDeclarationSyntax member)
        {
            if (space.Length == 0 || member is GlobalStatementSyntax)
            {
                return;
            }

            var name = (member as BaseNamespaceDeclarationSyntax)?.Name.ToString() ?? "";
            if (name != space && !name.StartsWith(space + ".", StringComparison.Ordinal))
            {
                var at = (member as BaseNamespaceDeclarationSyntax)?.Name.GetLocation() ?? member.GetFirstToken().GetLocation();
                Report(at, name.Length == 0 ? "a type without a namespace" : $"the namespace `{name}`",
                    "there it could take the place of another type", $"write it in `namespace {space}`");
            }
        }

        private void Report(Location at, string what, string reason, string instead) =>
            report(GuardRule.SlotLanguage.At(at, $"{what} is not allowed in a slot", reason, instead));
    }
}
