using System.Collections.Immutable;
using Ashlar.Emit.Text;
using Ashlar.Golden.Compiling;
using Microsoft.CodeAnalysis;

namespace Ashlar.Golden.Text;

/// <summary>Only typed holes compile: text of a model cannot reach a generated file unescaped.</summary>
public sealed class PlainTextInHoleTests
{
    [Theory]
    [InlineData("name", "CS1503")]
    [InlineData("(object)name", "CS1503")]
    [InlineData("name[0]", "CS0619")]
    [InlineData("name.AsSpan()", "CS1503")]
    public void Untyped_text_in_a_hole_does_not_compile(string hole, string code) =>
        Assert.Contains(Findings(hole), finding => finding.Contains(code, StringComparison.Ordinal));

    [Theory]
    [InlineData("Ident.Of(name)")]
    [InlineData("Lit.Of(name)")]
    [InlineData("Doc.Summary(name)")]
    [InlineData("name.Length")]
    public void A_typed_hole_compiles(string hole) => Assert.Empty(Findings(hole));

    private static ImmutableArray<string> Findings(string hole) =>
        InMemoryCompiler.Findings(InMemoryCompiler.Compile(
            "Planted",
            [("Planted.cs", $$"""
                using System;
                using Ashlar.Emit.Text;
                public static class Planted { public static Code Make(string name) => Code.Of($"class {{{hole}}}"); }
                """)],
            MetadataReference.CreateFromFile(typeof(Code).Assembly.Location)));
}
