using System.Collections.Immutable;
using System.Diagnostics;
using Ashlar.Core;
using Ashlar.Core.Model;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;
using Ashlar.Tool.Changing;

namespace Ashlar.Tests.Changing;

/// <summary>Identities survive renames and branches; what a merge cannot decide is said where it stands.</summary>
public sealed class ElementLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_rename_keeps_the_identity_and_a_drop_leaves_a_tombstone()
    {
        var first = After(ElementLock.Empty, Nothing, Model("a: int  b: int"), 1);
        var second = After(first, Model("a: int  b: int"), Model("c: int was a"), 2);

        Assert.Equal(IdOf(first, "Sales.Order.a"), IdOf(second, "Sales.Order.c"));
        Assert.Equal(2, second.Lines[IdOf(first, "Sales.Order.b")].DroppedBy);
        Assert.Equal(second.Lines, Read(second.ToText()).Lines);
    }

    [Fact]
    public void What_takes_the_name_of_something_renamed_gets_an_identity_of_its_own()
    {
        var first = After(ElementLock.Empty, Nothing, Model("a: int"), 1);
        var second = After(first, Model("a: int"), Model("b: int was a  a: int"), 2);

        Assert.Equal(IdOf(first, "Sales.Order.a"), IdOf(second, "Sales.Order.b"));
        Assert.NotEqual(IdOf(second, "Sales.Order.a"), IdOf(second, "Sales.Order.b"));
    }

    [Fact]
    public void Branches_that_add_rename_and_drop_merge_with_plain_git()
    {
        const string common = "a: int  b: int  c: int  d: int  e: int  f: int";
        for (var round = 0; round < 5; round++)
        {
            var start = After(ElementLock.Empty, Nothing, Model(common), 1);
            var left = After(start, Model(common), Model("a: int  b2: int was b  c: int  e: int  f: int  left: int"), 2);
            var right = After(start, Model(common), Model("a2: int was a  b: int  d: int  e: int  right: int  f: int"), 2);
            var (merged, clean) = Merge(start.ToText(), left.ToText(), right.ToText(), round);
            Assert.True(clean, merged);
            var names = Read(merged).Living.Where(line => line.Path.Kind == ElementKind.Field).Select(line => line.Path.Name);

            Assert.Equal(["a2", "b2", "e", "f", "left", "right"], names.Order(StringComparer.Ordinal));
        }
    }

    /// <summary>Between equal lines git takes the wrong ones for the same where additions meet before a rename.</summary>
    [Fact]
    public void Additions_before_a_rename_leave_every_identity_whole()
    {
        var start = Lines(
            "6gvz7jbep34r e", "a5dv98x7wyqm d", "axc3t3g2qxra c", "v6zb3e7y4m4x a", "v7br78ygvbze f", "yz87ngbq99sr b");
        var left = Lines(
            "6gvz7jbep34r e", "a5dv98x7wyqm d", "axc3t3g2qxra c", "v6zb3e7y4m4x a", "v7br78ygvbze f", "xn37tuwv45na left",
            "yz87ngbq99sr b2");
        var right = Lines(
            "6gvz7jbep34r e", "a5dv98x7wyqm d", "axc3t3g2qxra c", "v6zb3e7y4m4x a2", "v7br78ygvbze f", "x4gec2sy2n28 right",
            "yz87ngbq99sr b");
        var (merged, clean) = Merge(start.ToText(), left.ToText(), right.ToText(), 0);

        Assert.True(clean, merged);
        Assert.Equal(
            ["e", "d", "c", "a2", "f", "right", "left", "b2"], Read(merged).Living.Select(line => line.Path.Name));
    }

    [Fact]
    public void An_element_may_be_called_end()
    {
        var elements = Read("ashlar elements 1\n\nabcdefghjkmn\n  module end\nabcdefghjkmn end\n");
        Assert.Equal("end", Assert.Single(elements.Living).Path.Path);
    }

    [Fact]
    public void What_two_branches_call_differently_is_a_finding()
    {
        var start = After(ElementLock.Empty, Nothing, Model("a: int"), 1);
        var left = After(start, Model("a: int"), Model("b: int was a"), 2);
        var right = After(start, Model("a: int"), Model("c: int was a"), 2);
        var (merged, _) = Merge(start.ToText(), left.ToText(), right.ToText(), 0);

        Assert.Equal(["broken-elements"], Problems(merged).Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData("ashlar elements 2\n")]
    [InlineData("ashlar elements 1\n\nabcdefghjkmn\n")]
    [InlineData("ashlar elements 1\n\nabcdefghjkmn\n  field A.B.c\n\nabcdefghjkmn\n  field A.B.d\n")]
    [InlineData("ashlar elements 1\n\nabcdefghjkmn\n  field A.B.c\n\nbbcdefghjkmn\n  field A.B.c\n")]
    [InlineData("ashlar elements 1\n\n<<<<<<< ours\nabcdefghjkmn\n  field A.B.c\n")]
    [InlineData("ashlar elements 1\n\nabcdefghjkmn\n  planet A.B.c\n")]
    [InlineData("ashlar elements 1\n\nabcdefghjkmn\n  field A.B.c dropped x\n")]
    [InlineData("ashlar elements 1\n\n  field A.B.c\n")]
    [InlineData("ashlar elements 1\n\nabcdefghjkmn\nabcdefghjkmn end\n  field A.B.c\n")]
    public void A_bad_file_is_a_finding(string text) => Assert.Contains("broken-elements", Problems(text));

    private static ElementLock Lines(params string[] fields) => new(
        fields.Select(field => field.Split(' '))
            .Select(words => new ElementLine(words[0], new(ElementKind.Field, $"Sales.Order.{words[1]}"), DroppedBy: 0))
            .ToImmutableSortedDictionary(line => line.Id, line => line, StringComparer.Ordinal));

    private static readonly Compilation Nothing = new([], new SystemModel("Shop"), []);

    private static Compilation Model(string fields) => Compilation.Create(
    [
        new SourceFile(
            "m.ashlar", $"system Shop {{ title \"Shop\" }}\nmodule Sales\nentity Order {{ {fields}  access internal }}"),
    ]);

    private static ElementLock After(ElementLock before, Compilation old, Compilation now, int plan) =>
        before.After(ChangePlan.Of(old, now).Pairs, plan);

    private static string IdOf(ElementLock elements, string path) =>
        elements.Living.Single(line => line.Path.Path == path).Id;

    private static ElementLock Read(string text)
    {
        var (elements, problems) = new ElementLockReader(new SourceFile(ElementLock.FileName, text)).Read();
        Assert.Empty(problems.Select(found => found.Message));
        return elements;
    }

    private static IEnumerable<string> Problems(string text) =>
        new ElementLockReader(new SourceFile(ElementLock.FileName, text)).Read().Problems.Select(found => found.Code);

    /// <summary>Two real branches of a real repository.</summary>
    private (string Text, bool Clean) Merge(string start, string left, string right, int round)
    {
        var root = Path.Combine(_folder.Root, $"{round}");
        Directory.CreateDirectory(Path.Combine(root, "history"));
        var file = Path.Combine(root, "history", "elements");
        File.WriteAllText(Path.Combine(root, "history", ".gitattributes"), HistoryFiles.MergeText);
        Git(root, "init", "-q", "-b", "main");
        Commit(root, file, start);
        Git(root, "checkout", "-q", "-b", "right");
        Commit(root, file, right);
        Git(root, "checkout", "-q", "main");
        Commit(root, file, left);
        var clean = Git(root, "merge", "-q", "right");
        return (File.ReadAllText(file), clean);
    }

    private static void Commit(string root, string file, string text)
    {
        File.WriteAllText(file, text);
        Git(root, "add", "-A");
        Assert.True(Git(root, "commit", "-q", "-m", "x"));
    }

    private static bool Git(string root, params string[] words)
    {
        using var git = Process.Start(new ProcessStartInfo(
            "git", ["-C", root, "-c", "user.name=a", "-c", "user.email=a@example.org", .. words]));
        git?.WaitForExit();
        return git?.ExitCode == 0;
    }
}
