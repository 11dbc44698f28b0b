using Ashlar.Core.Model;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;
using Ashlar.Emit.Migrations;
using Ashlar.Tests.Architecture;
using Compilation = Ashlar.Core.Compilation;

namespace Ashlar.Tests.Plan;

/// <summary>A difference is whole: the old model with it is the new one.</summary>
public sealed class ModelDiffTests
{
    private const int Pairs = 1500;

    [Fact]
    public void An_old_model_with_its_differences_is_the_new_one()
    {
        for (var seed = 0; seed < Pairs; seed++)
        {
            var system = new RandomSystem(new Random(seed));
            system.Grow();
            var before = system.Compile();
            system.Edit();
            var after = system.Compile();
            var plan = ChangePlan.Of(before, after);

            Assert.Equal(after.Model, plan.Diff.ApplyTo(before.Model));
            Assert.DoesNotContain(plan.Findings, found => found.Code is "unknown-was" or "stale-was");
        }
    }

    [Fact]
    public void A_model_does_not_differ_from_itself()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var system = new RandomSystem(new Random(seed));
            system.Grow();
            var plan = ChangePlan.Of(system.Compile(), system.Compile());

            Assert.True(plan.IsEmpty);
            Assert.Empty(plan.Consequences);
            Assert.False(MigrationFiles.AreNeeded(plan.Pairs));
        }
    }

    [Theory]
    [InlineData("examples/bookshop/model")]
    [InlineData("examples/helpdesk/model")]
    public void A_whole_system_is_taken_apart_and_put_together_again(string folder)
    {
        var model = Read(folder);
        Assert.Equal(model, ModelParts.Join(ModelParts.Of(model)));
        Assert.Equal(model, ModelDiff.Of(Correspondence.Of(new SystemModel("None"), model, [])).ApplyTo(new SystemModel("None")));
    }

    [Fact]
    public void What_names_something_renamed_follows_and_means_the_same()
    {
        var before = Compile("entity Order { total: int  check Small \"Small.\" { total < 10 }  access internal }");
        var after = Compile("entity Order { sum: int was total  check Small \"Small.\" { sum < 10 }  access internal }");
        var plan = ChangePlan.Of(before, after);

        Assert.All(plan.Diff.Changes.OfType<ElementChanged>(), change => Assert.True(change.IsFollowing));
        Assert.Equal(["`Order.total` is called `sum`; every value stays"], plan.Consequences.Select(one => one.Text));
    }

    private static SystemModel Read(string folder) => Compilation.Create(
        Directory.GetFiles(Repository.PathOf(folder), "*.ashlar")
            .Select(file => new SourceFile(file, File.ReadAllText(file)))).Model;

    private static Compilation Compile(string text) =>
        Compilation.Create([new SourceFile("model.ashlar", "system Shop { title \"Shop\" }\nmodule Sales\n" + text)]);
}
