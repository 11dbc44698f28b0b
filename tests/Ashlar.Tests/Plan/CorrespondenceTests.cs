using Ashlar.Core.Model;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;
using Ashlar.Tests.Model;

namespace Ashlar.Tests.Plan;

/// <summary>Which element is which: by equal names below corresponding owners, or as the author says; never by guess.</summary>
public sealed class CorrespondenceTests
{
    private static readonly SystemModel Before = Model(Customer("phone: text max 20"));

    [Fact]
    public void A_model_corresponds_to_itself_whole()
    {
        var same = Correspondence.Of(Before, Before, []);
        Assert.Equal(ModelElements.Of(Before).Select(element => element.Path).Distinct(), same.Pairs.Select(pair => pair.After));
        Assert.All(same.Pairs, pair => Assert.Equal(pair.Before, pair.After));
    }

    [Fact]
    public void A_new_name_is_new_until_somebody_says_what_it_was()
    {
        var after = Model(Customer("mobile: text max 20"));
        Assert.Null(Correspondence.Of(Before, after, []).OldOf(Field("Customer", "mobile")));
        var said = Correspondence.Of(Before, after, [new Rename(Field("Customer", "mobile"), "phone")]);
        Assert.Equal(Field("Customer", "phone"), said.OldOf(Field("Customer", "mobile")));
        Assert.Equal("phone", said.OldOf(after.Entities[0], after.Entities[0].Fields[1])?.Name);
    }

    [Fact]
    public void Fields_follow_their_entity()
    {
        var after = Model("entity Reader { name: text max 40  phone: text max 20  access internal }");
        var said = Correspondence.Of(Before, after, [Renamed(after.Entities[0])]);
        Assert.Equal(Field("Customer", "phone"), said.OldOf(Field("Reader", "phone")));
        Assert.Equal("Reader", said.NewOf(Before.Entities[0])?.Name.Name);
    }

    [Fact]
    public void Two_names_can_be_swapped()
    {
        var swapped = Correspondence.Of(
            Before, Before, [new Rename(Field("Customer", "name"), "phone"), new Rename(Field("Customer", "phone"), "name")]);
        Assert.Equal(Field("Customer", "phone"), swapped.OldOf(Field("Customer", "name")));
        Assert.Equal(Field("Customer", "name"), swapped.OldOf(Field("Customer", "phone")));
    }

    [Fact]
    public void A_name_that_was_taken_over_is_free_for_something_new()
    {
        var after = Model("entity Customer { name: text max 40  phone: int  mobile: text max 20  access internal }");
        var said = Correspondence.Of(Before, after, [new Rename(Field("Customer", "mobile"), "phone")]);
        Assert.Null(said.OldOf(Field("Customer", "phone")));
        Assert.Equal(Field("Customer", "mobile"), said.NewOf(Field("Customer", "phone")));
    }

    [Fact]
    public void A_system_without_modules_can_be_renamed()
    {
        var after = Models.Compile("system Other { title \"Other\" } " + Customer("phone: text max 20")).Model;
        Assert.Equal(after.Entities[0], Correspondence.Of(Before, after, []).NewOf(Before.Entities[0]));
    }

    [Fact]
    public void What_an_api_offers_follows_the_entity()
    {
        var before = Model(Customer("") + "api Web { expose Customer { list } }");
        var after = Model("entity Reader { name: text max 40  access internal } api Web { expose Reader { list } }");
        var said = Correspondence.Of(before, after, [Renamed(after.Entities[0])]);
        Assert.Equal(
            new ElementPath(ElementKind.Endpoint, "Shop.Web.Shop.Customer.list"),
            said.OldOf(new ElementPath(ElementKind.Endpoint, "Shop.Web.Shop.Reader.list")));
    }

    private static string Customer(string fields) => $"entity Customer {{ name: text max 40  {fields}  access internal }}";

    private static Rename Renamed(Entity now) => new(ElementPath.Of(ElementKind.Entity, now.Name), "Customer");

    private static ElementPath Field(string entity, string field) => ElementPath.OfField(new ElementName("Shop", entity), field);

    private static SystemModel Model(string text) => Models.Compile("system Shop { title \"Shop\" } " + text).Model;
}
