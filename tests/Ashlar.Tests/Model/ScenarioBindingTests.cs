using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Model;

public sealed class ScenarioBindingTests
{
    private const string Shop = """
        role Clerk granted by Clerk
        type Place { street: text max 99   city: text max 99 = "Paris"   code: text? max 9 }
        type Tag = text max 9
        entity Account principal { email: email unique   name: text max 99   access { read, create to anyone } }
        entity Book {
          title: text max 99   stock: int min 0 = 0   price: decimal(10, 2)
          access { read to anyone   create to Clerk }
        }
        entity Line {
          book: Book on delete restrict   quantity: int min 1 = 1   price: decimal(10, 2) = 0 readonly
          access as order
        }
        entity Order {
          buyer:  Account on delete restrict = caller readonly
          place:  Place
          gift:   Book? on delete clear
          due:    date?
          tags:   Tag[] max 3
          lines:  Line[] owned max 9
          liked:  Account[] linked
          total:  int computed { sum(l in lines: l.quantity) }
          status: state { initial Open   Open -> Placed   Placed -> Void   final Void }
          check TooMany "Too many." { count(l in lines) < 9 }
          access { read, create, update, delete to signed in }
        }
        action PlaceOrder {
          input { order: Order, note: text? max 9, gift: Book? }
          access to signed in
          require order.total > 0 else EmptyOrder "Empty."
          do { move order.status to Placed }
        }
        action Hidden { input { order: Order }   access internal   do { delete order } }
        api Desk { expose Account { read }   expose Book { create   read } }
        api Shop {
          expose Account { create   read }
          expose Book { read }
          expose Order { create with lines   read   update   delete   run PlaceOrder }
        }
        """;

    private const string Given = """
        given ann: Account { name: "Ann" }, maya: Account as Clerk, book: Book { stock: 5, price: 10.00 }
        given order: Order { buyer: ann, place: { street: "4 Mill Lane" }, lines: [{ book: book }], liked: [ann], status: Void }
        """;

    [Fact]
    public void What_is_given_has_values_as_a_sample_and_may_lack_some()
    {
        var given = Parts("then ann.name == \"Ann\"").OfType<GivenRow>().ToList();
        Assert.Equal(["ann", "maya", "book", "order"], given.Select(row => row.Row.Name));
        Assert.Equal(VariableKind.Input, given[0].Row.Kind);
        Assert.Equal(["Clerk"], given[1].Roles);
        Assert.Empty(given[1].Values);
        Assert.Equal(["buyer", "place", "lines", "liked", "status"], given[3].Values.Select(value => value.Field));
        Assert.Equal(new SampleReference("ann"), given[3].Values[0].Content);
        Assert.IsType<SampleConstant>(given[3].Values[1].Content);
        var line = Assert.Single(Assert.IsType<SampleRows>(given[3].Values[2].Content).Rows);
        Assert.Equal(new SampleReference("book"), line.Values[0].Content);
        Assert.Equal(new SampleLinks(["ann"]), given[3].Values[3].Content);
    }

    [Fact]
    public void A_created_row_has_the_body_of_its_request()
    {
        var request = Assert.IsType<RowRequest>(RequestOf("""
            create Order {
              place: { street: "4 Mill Lane" }, gift: null, due: today, tags: ["a", "b"], liked: [maya],
              lines: [{ book: book, quantity: 2 }]
            } as made
            """));
        Assert.Equal((new ElementName("Main", "Shop"), EndpointKind.Create), (request.Api, request.Kind));
        Assert.Equal("made", request.Result?.Name);
        Assert.Equal(["place", "gift", "due", "tags", "liked", "lines"], request.Values.Select(value => value.Field));
        var place = Assert.IsType<ObjectContent>(request.Values[0].Content);
        Assert.Equal("street", Assert.Single(place.Values).Field);
        Assert.IsType<ConstantContent>(request.Values[1].Content);
        Assert.IsType<ConstantContent>(request.Values[2].Content);
        Assert.Equal(2, Assert.IsType<ListContent>(request.Values[3].Content).Items.OfType<ConstantContent>().Count());
        Assert.Equal("maya", Assert.IsType<RowContent>(Assert.Single(Items(request.Values[4]))).Row.Name);
        var line = Assert.IsType<ObjectContent>(Assert.Single(Items(request.Values[5])));
        Assert.Equal("book", Assert.IsType<RowContent>(line.Values[0].Content).Row.Name);
    }

    [Fact]
    public void The_first_api_that_offers_it_is_asked_or_the_one_that_is_named()
    {
        Assert.Equal("Desk", RequestOf("read ann").Api.Name);
        Assert.Equal("Shop", RequestOf("read order").Api.Name);
        var through = Parts("as ann through Shop { read ann }").OfType<RequestsOf>().Single();
        Assert.Equal("Shop", through.Requests[0].Api.Name);
    }

    [Fact]
    public void A_request_names_its_row_its_inputs_and_why_it_fails()
    {
        var run = Assert.IsType<RunRequest>(RequestOf("run PlaceOrder { order: order, note: \"x\" } fails StateConflict"));
        Assert.Equal("state-conflict", run.Fails);
        Assert.Equal("order", Assert.IsType<RowContent>(run.Values[0].Content).Row.Name);
        Assert.Equal("order", Assert.IsType<RowRequest>(RequestOf("update order { gift: null }")).Row?.Name);
        Assert.Equal("empty-order", RequestOf("run PlaceOrder { order: order } fails EmptyOrder").Fails);
        Assert.Equal("too-many", RequestOf("delete order fails TooMany").Fails);
    }

    [Fact]
    public void Time_passes_people_ask_at_once_and_something_holds()
    {
        var parts = Parts("""
            after 3d
            together {
              as ann { delete order }
              as nobody { delete order }
            } exactly one succeeds
            then order.status == Void   // afterwards
              and book.stock == 5
            as stranger { read order }
            """);
        Assert.Equal(TimeSpan.FromDays(3), parts.OfType<TimePasses>().Single().Duration);
        Assert.Equal(
            [new Actor(ActorKind.Account, "ann"), new Actor(ActorKind.Nobody, "")],
            parts.OfType<AtOnce>().Single().Attempts.Select(attempt => attempt.Actor));
        Assert.Equal("order.status == Void and book.stock == 5", parts.OfType<ThenHolds>().Single().Text);
        Assert.Equal(ActorKind.Stranger, parts.OfType<RequestsOf>().Single().Actor.Kind);
    }

    [Fact]
    public void Scenarios_stand_in_canonical_order()
    {
        var model = Models.Compile($$"""
            {{Shop}}
            scenario "B" { {{Given}} as ann { read ann } }
            /// Why.
            scenario "A" { {{Given}} as ann { read ann } }
            """).Model;
        Assert.Equal(["A", "B"], model.Scenarios.Select(scenario => scenario.Title));
        Assert.Equal(("Why.", "Main"), (model.Scenarios[0].Documentation, model.Scenarios[0].Module));
    }

    [Theory]
    [InlineData("given x: Acount   then x.name == \"A\"", "unknown-entity: Acount")]
    [InlineData("given ann: Account", "duplicate-member: ann")]
    [InlineData("given x: Book as Clerk", "roles-of-other: Clerk")]
    [InlineData("given x: Account as Clark", "unknown-role: Clark")]
    [InlineData("given x: Book { titel: \"A\" }", "unknown-field: titel")]
    [InlineData("given x: Book { title: 5 }", "type-mismatch: 5")]
    [InlineData("given x: Book { stock: book.stock }", "outside-own-row: book.stock")]
    [InlineData("given x: Order { gift: ann }", "unknown-row: ann")]
    [InlineData("given x: Order { gift: bok }", "unknown-row: bok")]
    [InlineData("given x: Order { status: Lost }", "unknown-value: Lost")]
    [InlineData("given x: Order { total: 3 }", "not-settable: total")]
    [InlineData("given nobody: Order   as ann { read nobody }", "row-name: nobody")]
    [InlineData("as bob { read order }", "unknown-row: bob")]
    [InlineData("as book { read order }", "not-an-actor: book")]
    [InlineData("as nobody { create Account { email: \"a@b.example\", name: \"A\" } as x }   as x { read x }", "not-an-actor: x")]
    [InlineData("as ann through Shp { read order }", "unknown-api: Shp")]
    [InlineData("as ann through Desk { read order }", "not-exposed: order")]
    [InlineData("as ann { delete book }", "not-exposed: book")]
    [InlineData("as ann { run Hidden { order: order } }", "not-exposed: Hidden")]
    [InlineData("as ann { run PlaceOder { order: order } }", "unknown-action: PlaceOder")]
    [InlineData("as ann { run PlaceOrder { } fails Invalid }", "missing-argument: PlaceOrder")]
    [InlineData("as ann { run PlaceOrder { order: order, gift: ann } }", "unknown-row: ann")]
    [InlineData("as ann { run PlaceOrder { order: order, node: \"x\" } }", "unknown-argument: node")]
    [InlineData("as ann { run PlaceOrder { order: null } fails Invalid }", "type-mismatch: null")]
    [InlineData("as ann { create Order { } }", "missing-value: Order")]
    [InlineData("as ann { create Order { } fails Invalid }", "")]
    [InlineData("as ann { create Order { place: { } } }", "missing-value: { }")]
    [InlineData("as ann { create Order { place: { } } fails Invalid }", "")]
    [InlineData("as ann { create Order { place: 5 } fails Invalid }", "type-mismatch: 5")]
    [InlineData("as ann { create Order { place: { stret: \"A\" } } fails Invalid }", "unknown-field: stret")]
    [InlineData("as ann { create Order { buyer: ann } fails Invalid }", "not-in-body: buyer")]
    [InlineData("as ann { create Order { byer: ann } fails Invalid }", "unknown-field: byer")]
    [InlineData("as ann { update order { lines: [] } }", "not-in-body: lines")]
    [InlineData("as ann { update order { status: Void } }", "not-in-body: status")]
    [InlineData("as ann { update order { gift: book, gift: null } }", "duplicate-member: gift")]
    [InlineData("as ann { update order { gift: \"A\" } }", "sample-form: \"A\"")]
    [InlineData("as ann { update order { liked: ann } }", "sample-form: ann")]
    [InlineData("as ann { update order { tags: [5] } }", "type-mismatch: 5")]
    [InlineData("as ann { update order { tags: \"a\" } }", "type-mismatch: \"a\"")]
    [InlineData("as ann { update order { due: order.due } }", "outside-own-row: order.due")]
    [InlineData("as ann { create Order { lines: [{ }] } fails TooMany }", "")]
    [InlineData("as ann { create Order { lines: [book] } fails TooMany }", "sample-form: book")]
    [InlineData("as ann { create Order { lines: [{ price: 5 }] } fails TooMany }", "not-in-body: price")]
    [InlineData("as ann { create Order { place: { street: \"A\" }, lines: [{ }] } }", "missing-value: { }")]
    [InlineData("as ann { create Order { } as x fails Invalid   read x }", "refused-row: x")]
    [InlineData("as ann { create Order { place: { street: \"A\" } } as x   create Order { place: { street: \"A\" } } as x }",
        "duplicate-member: x")]
    [InlineData("as ann { create Order { place: { street: \"A\" } } as stranger }", "row-name: stranger")]
    [InlineData("as ann { read order.gift }", "unknown-row: order.gift")]
    [InlineData("as ann { read oder fails NotFound }", "unknown-row: oder")]
    [InlineData("as ann { read order fails NotFond }", "unknown-refusal: NotFond")]
    [InlineData("as ann { read order fails notFound }", "unknown-refusal: notFound")]
    [InlineData("then order.totl == 3", "unknown-field: totl")]
    [InlineData("then oder.total == 3", "unknown-name: oder")]
    [InlineData("then order.buyer == caller", "outside-own-row: caller")]
    [InlineData("then order.total", "type-mismatch: order.total")]
    [InlineData("then count(o in Order) == 1 and order.due < today", "possibly-null: order.due")]
    [InlineData("after 0s", "after-form: 0s")]
    [InlineData("after 1 year", "after-form: 1 year")]
    [InlineData("together { as ann { read order } } exactly one succeeds",
        "together-form: together { as ann { read order } } exactly one succeeds")]
    [InlineData("together { as ann { }   as maya { read order fails NotFound } } exactly one succeeds",
        "together-form: ann|together-form: NotFound")]
    public void A_scenario_is_checked(string parts, string finding)
    {
        var lines = parts.Replace("   ", "\n", StringComparison.Ordinal);
        var text = $"{Shop}\nscenario \"A customer\" {{\n{Given}\n{lines}\nas ann {{ read ann }}\n}}";
        Assert.Equal(finding, string.Join('|', Models.Findings(text)));
    }

    [Theory]
    [InlineData("scenario \"A\" { }", "empty-scenario: \"A\"")]
    [InlineData("scenario \"A\" { given a: Account   as a { }   after 3d }", "empty-scenario: \"A\"")]
    [InlineData("scenario \"\" { given a: Account   as a { read a } }", "empty-scenario: \"\"")]
    [InlineData("scenario \"A\" { given a: Account   as a { read a } }   scenario \"A\" { }", "duplicate-declaration: \"A\"")]
    public void A_scenario_has_a_title_of_its_own_and_does_something(string text, string finding) =>
        Assert.Equal(
            finding, string.Join('|', Models.Findings($"{Shop}\n{text.Replace("   ", "\n", StringComparison.Ordinal)}")));

    [Fact]
    public void A_stranger_has_signed_in_to_a_system_with_a_principal() =>
        Assert.Equal(
            ["no-principal: stranger"],
            Models.Findings("""
                entity Book { title: text max 9   access { read to anyone } }
                api Web { expose Book { read } }
                scenario "A" {
                  given book: Book
                  as stranger { read book }
                  as nobody { read book }
                }
                """));

    private static IEnumerable<RequestContent> Items(RequestValue value) => Assert.IsType<ListContent>(value.Content).Items;

    private static ScenarioRequest RequestOf(string request) =>
        Assert.Single(Parts($"as ann {{ {request} }}").OfType<RequestsOf>().Single().Requests);

    private static ValueList<ScenarioPart> Parts(string parts)
    {
        var compilation = Models.Compile($"{Shop}\nscenario \"A customer\" {{\n{Given}\n{parts}\n}}");
        Assert.Empty(compilation.Diagnostics.Select(found => found.Message));
        return Assert.Single(compilation.Model.Scenarios).Parts;
    }
}
