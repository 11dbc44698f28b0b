using Ashlar.Tool.Serving;

namespace Ashlar.Tests.Serving;

/// <summary>A system is compiled from its own project files, and only what changed is compiled again.</summary>
public sealed class SystemCompilerTests : IDisposable
{
    private readonly TinySystem _system = new();
    private readonly TemporaryFolder _kept = new();
    private readonly SystemCompiler _compiler;

    public SystemCompilerTests() => _compiler = Compiler();

    public void Dispose()
    {
        _system.Dispose();
        _kept.Dispose();
    }

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
        EmptyCache();
        Assert.Equal(first, Compiler().Compile(_system.Root).Images[1].Code);
    }

    [Fact]
    public void What_an_earlier_process_compiled_is_taken_from_it()
    {
        _compiler.Compile(_system.Root);
        var cache = new CompileCache(Cached);
        foreach (var key in Kept())
        {
            cache.Keep(key, new AssemblyImage("", [1, 2, 3], [4]).ToBytes());
        }

        var images = Compiler().Compile(_system.Root).Images;
        Assert.Equal(["Tiny.Kernel", "Tiny.Parts", "Tiny.Host"], images.Select(image => image.Name));
        Assert.All(images, image => Assert.Equal([1, 2, 3], image.Code));
        Assert.All(images, image => Assert.Equal([4], image.Symbols));
    }

    [Theory]
    [InlineData("custom/Tiny.Parts/Other.cs", "")]
    [InlineData("src/Tiny.Host/Schema/sqlite.sql", "other tables")]
    public void What_was_compiled_from_another_text_is_not_taken(string file, string text)
    {
        var first = _compiler.Compile(_system.Root);
        _system.Write(file, text);
        Compiler().Compile(_system.Root);
        Assert.True(Kept().Count() > first.Images.Length);
    }

    [Fact]
    public void What_was_cut_off_is_compiled_again()
    {
        var first = _compiler.Compile(_system.Root);
        foreach (var key in Kept())
        {
            var path = Path.Combine(Cached, key);
            File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);
        }

        var second = Compiler().Compile(_system.Root);
        Assert.Empty(second.Problems);
        Assert.Equal(first.Images.Select(image => image.Symbols), second.Images.Select(image => image.Symbols));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_none()
    {
        File.WriteAllText(Cached, "not a folder");
        Assert.Equal(3, Compiler().Compile(_system.Root).Images.Length);
    }

    [Fact]
    public void What_was_not_used_for_longest_is_forgotten()
    {
        var cache = new CompileCache(Cached);
        for (var i = 0; i < 400; i++)
        {
            cache.Keep($"{i}", []);
            File.SetLastWriteTimeUtc(Path.Combine(Cached, $"{i}"), DateTime.UnixEpoch.AddDays(i));
        }

        Assert.NotNull(cache.Find("0"));
        cache.Keep("new", []);
        Assert.Equal((400, null), (Kept().Count(), cache.Find("1")));
        Assert.NotNull(cache.Find("0"));
    }

    [Fact]
    public void Without_a_folder_nothing_is_kept()
    {
        var cache = new CompileCache(folder: null);
        cache.Keep("one", [1]);
        Assert.Null(cache.Find("one"));
    }

    [Fact]
    public void The_same_system_elsewhere_has_the_same_assemblies()
    {
        using var other = new TinySystem();
        Assert.Equal(_compiler.Compile(_system.Root).Images[^1].Code, Compiler().Compile(other.Root).Images[^1].Code);
        Assert.Equal(3, Kept().Count());
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

    private string Cached => Path.Combine(_kept.Root, "compiled");

    private SystemCompiler Compiler() => new(new CompileCache(Cached));

    private IEnumerable<string> Kept() => Directory.EnumerateFiles(Cached).Select(Path.GetFileName).OfType<string>().ToList();

    private void EmptyCache() => Directory.Delete(Cached, recursive: true);
}
