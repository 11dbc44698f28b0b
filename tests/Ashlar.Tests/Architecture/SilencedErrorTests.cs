using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ashlar.Tests.Architecture;

/// <summary>Null is proven away, not waved away; a defect is caught once, where it is reported.</summary>
public sealed class SilencedErrorTests
{
    /// <summary>The one place that turns a defect into a report.</summary>
    private const string MayCatchEverything = "src/Ashlar.Tool/Program.cs";

    [Fact]
    public void No_product_code_silences_nulls_or_catches_everything() => Findings.None(CodeFile.Product.SelectMany(Silenced));

    [Theory]
    [InlineData("class C { string F(string? s) => s!; }")]
    [InlineData("class C { string S = null!; }")]
    [InlineData("class C { void F() { try { } catch { } } }")]
    [InlineData("class C { void F() { try { } catch (Exception) { } } }")]
    [InlineData("class C { void F() { try { } catch (System.Exception e) { } } }")]
    [InlineData("class C { void F() { try { } catch (Exception e) when (e is not null) { } } }")]
    [InlineData("class C { void F() { try { } catch (Exception) when (true) { } } }")]
    public void A_planted_silence_is_found(string text) =>
        Assert.Single(Silenced(CodeFile.Planted("src/Ashlar.Core/Planted.cs", text)));

    [Fact]
    public void A_catch_of_a_kind_is_fine_and_so_is_negation()
    {
        const string kinds = "catch (IOException) { } catch (Exception e) when (e is A or B) { }";
        Assert.Empty(Silenced(CodeFile.Planted("src/A.cs", $"class C {{ bool F(bool b) {{ try {{ }} {kinds} return !b; }} }}")));
    }

    private static IEnumerable<string> Silenced(CodeFile file)
    {
        foreach (var node in file.Root.DescendantNodes())
        {
            if (node.IsKind(SyntaxKind.SuppressNullableWarningExpression))
            {
                yield return $"{file.At(node)}: `!` instead of a proof";
            }

            if (node is CatchClauseSyntax clause && file.Path != MayCatchEverything && CatchesEverything(clause))
            {
                yield return $"{file.At(node)}: catches everything";
            }
        }
    }

    /// <summary>A filter that asks for kinds of exceptions makes a catch as narrow as they are.</summary>
    private static bool CatchesEverything(CatchClauseSyntax clause) =>
        (clause.Declaration is null || clause.Declaration.Type.ToString() is "Exception" or "System.Exception")
        && !(clause.Filter is { } filter && filter.DescendantNodes().Any(AsksForKind));

    private static bool AsksForKind(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax => true,
        IsPatternExpressionSyntax { Pattern: not UnaryPatternSyntax } => true,
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.IsExpression),
        _ => false,
    };
}
