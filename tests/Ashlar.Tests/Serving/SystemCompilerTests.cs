using Ashlar.Tool.Serving;

namespace Ashlar.Tests.Serving;

/// <summary>A system is compiled from its own project files, and only what changed is compiled again.</summary>
public sealed class SystemCompilerTests : IDisposable
{
    private readonly TinySystem _system = new();
    private readonly SystemCompiler _compiler = new();

    public void Dispose() => _system.Dispose();

    [Fact]
    public void Projects_are_compiled_after_those_that_they_see_and_the_host_last()
    {
        var compiled = _compiler.Compile(_system.Root);
        Assert.Empty(compiled.Problems);
        Assert.Equal(["Tiny.Kernel", "Tiny.Parts", "Tiny.Host"], compiled.Images.Select(image => image.Name));
    }

    [Fact]
    public void Without_a_change_every_assembly_is_the_one_of_before()
    {
        var first = _compiler.Compile(_system.Root);
        Assert.Equal(first.Images, _compiler.Compile(_system.Root).Images);
    }

    [Fact]
    public void A_change_compiles_its_project_and_those_that_see_it()
    {
        var first = _compiler.Compile(_system.Root);
        _system.Greet("goodbye");
        var second = _compiler.Compile(_system.Root);
        Assert.Same(first.Images[0], second.Images[0]);
        Assert.NotSame(first.Images[1], second.Images[1]);
        Assert.NotSame(first.Images[2], second.Images[2]);
    }

    [Fact]
    public void A_changed_resource_compiles_the_project_that_embeds_it()
    {
        var first = _compiler.Compile(_system.Root);
        _system.Write("src/Tiny.Host/Schema/sqlite.sql", "other tables");
        var second = _compiler.Compile(_system.Root);
        Assert.Same(first.Images[1], second.Images[1]);
        Assert.NotSame(first.Images[2], second.Images[2]);
    }

    [Fact]
    public void The_same_text_gives_the_same_bytes()
    {
        var first = _compiler.Compile(_system.Root).Images[1].Code;
        Assert.Equal(first, new SystemCompiler().Compile(_system.Root).Images[1].Code);
    }

    [Fact]
    public void An_error_in_custom_code_is_a_finding_in_that_file()
    {
        const string broken = "namespace Tiny.Parts;\ninternal static class Slot { public static int Name => missing; }";
        _system.Write("custom/Tiny.Parts/deep/Slot.cs", broken);
        var compiled = _compiler.Compile(_system.Root);
        var found = Assert.Single(compiled.Problems);
        Assert.Equal(("csharp-error", "custom/Tiny.Parts/deep/Slot.cs"), (found.Code, found.Location.Path));
        Assert.Equal("missing", Assert.Single(compiled.Shown).Slice(found.Location.Span));
        Assert.Equal(["mend the code in `custom/`"], found.Helps);
        Assert.Empty(compiled.Images);
    }

    [Fact]
    public void An_error_in_generated_code_is_said_to_be_ours()
    {
        _system.Greet("\" + missing + \"");
        var found = Assert.Single(_compiler.Compile(_system.Root).Problems);
        Assert.StartsWith("report", Assert.Single(found.Helps), StringComparison.Ordinal);
    }

    [Fact]
    public void After_an_error_is_mended_the_system_compiles()
    {
        _system.Greet("\" + missing + \"");
        Assert.NotEmpty(_compiler.Compile(_system.Root).Problems);
        _system.Greet("hello");
        Assert.Equal(3, _compiler.Compile(_system.Root).Images.Length);
    }
}
