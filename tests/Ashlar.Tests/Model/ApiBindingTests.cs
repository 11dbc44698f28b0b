using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Words;

namespace Ashlar.Tests.Model;

public sealed class ApiBindingTests
{
    private const string Rows = """
        enum Format { Hardcover, Paperback }
        entity Person principal plural "people" { email: email unique   password: password max 99 }
        entity OrderLine { text: text max 9   access as row }
        entity Row {
          title: text max 9   cost: int   format: Format   sold: bool   at: instant?   doc: json? max 9
          writer: Person on delete cascade
          lines: OrderLine[] owned max 9   fans: Person[] linked   tags: Format[] max 3
          search title
        }
        shape Card of Row { id, title }
        shape Page of Row = Card with { price: cost, lines: LineCard of lines, mine: caller != null and writer == caller }
        shape LineCard of OrderLine { text }
        shape PersonCard of Person { email }
        """;

    [Theory]
    [InlineData("Row", "/rows")]
    [InlineData("OrderLine", "/order-lines")]
    [InlineData("Person", "/people")]
    public void The_path_of_an_entity_is_its_plural(string entity, string path)
    {
        Assert.Equal(path, ApiOf($"expose {entity} {{ read }}").Exposes[0].Path);
    }

    [Fact]
    public void Endpoints_stand_in_one_order_with_what_shapes_them()
    {
        var expose = ApiOf(
            """
            expose Row {
              delete
              update with lines { reply Page of row }
              create with lines
              read { include lines, writer }
              list { sort cost, title filter format, writer search page 5 max 50 reply Card of rows }
            }
            """).Exposes[0];
        Assert.Equal(Enum.GetValues<EndpointKind>(), expose.Endpoints.Select(endpoint => endpoint.Kind));
        var list = expose.Endpoints[0];
        Assert.Equal((5, 50, true, "Main.Card"), (list.PageSize, list.PageMax, list.HasSearch, list.Reply.ToString()));
        Assert.Equal(["format", "writer"], list.Filters.Select(filter => filter.Field));
        Assert.Equal(["cost", "title"], list.Sorts.Select(sort => sort.Field));
        Assert.Equal(["lines", "writer"], expose.Endpoints[1].Includes);
        Assert.Equal(["lines"], expose.Endpoints[2].With);
        Assert.Equal((20, 100), (expose.Endpoints[1].PageSize, expose.Endpoints[1].PageMax));
    }

    [Fact]
    public void The_parameter_of_a_filter_hides_a_field_of_its_name_and_the_row_has_the_name_of_its_entity()
    {
        var api = ApiOf("expose Row { list { filter cost: int { row.cost <= cost and this.cost > 0 } } }");
        var filter = api.Exposes[0].Endpoints[0].NamedFilters[0];
        var both = Assert.IsType<Binary>(filter.Condition);
        var first = Assert.IsType<Binary>(both.Left);
        Assert.Equal(VariableKind.This, Assert.IsType<Variable>(Assert.IsType<FieldAccess>(first.Left).Target).Kind);
        Assert.Equal((VariableKind.Input, "cost"), (Assert.IsType<Variable>(first.Right).Kind, filter.Parameter.Name));
    }

    [Theory]
    [InlineData("expose Row { list { filter doc } }", "cannot-filter: doc")]
    [InlineData("expose Row { list { filter tags } }", "cannot-filter: tags")]
    [InlineData("expose Row { list { filter fans } }", "cannot-filter: fans")]
    [InlineData("expose Row { list { sort format } }", "cannot-sort: format")]
    [InlineData("expose Row { list { sort writer } }", "cannot-sort: writer")]
    [InlineData("expose Row { list { filter colour } }", "unknown-field: colour")]
    [InlineData("expose Row { list { page 0 } }", "page-size: 0")]
    [InlineData("expose Row { read { include title } }", "not-embeddable: title")]
    [InlineData("expose Row { create with fans }", "not-owned: fans")]
    [InlineData("expose Row { read { reply PersonCard of row } }", "shape-of-other: PersonCard")]
    [InlineData("expose Row { read } expose Row { list }", "duplicate-member: Row")]
    [InlineData("expose Row { read read }", "duplicate-member: read")]
    [InlineData("expose Person { list { search } }", "search-not-declared: search")]
    [InlineData("expose Roe { read }", "unknown-entity: Roe")]
    [InlineData(
        "sign in with issuer Google { authority \"google\" audience \"x\" match email } expose Row { read }",
        "sign-in-needs: \"google\"")]
    [InlineData(
        "sign in with issuer Google { authority \"https://g.example\" audience \"x\" match password } expose Row { read }",
        "sign-in-needs: password")]
    [InlineData("sign in with password expose Row { read }", "")]
    public void An_endpoint_is_checked(string api, string finding)
    {
        Assert.Equal(finding, string.Join('|', Models.Findings($"{Rows}\napi Web {{ {api} }}")));
    }

    [Fact]
    public void A_shape_has_the_keys_of_the_extended_one_first()
    {
        var page = Models.Compile(Rows).Model.Shapes.Single(shape => shape.Name.Name == "Page");
        Assert.Equal(["id", "title", "price", "lines", "mine"], page.Fields.Select(field => field.Name));
        Assert.Equal("Main.LineCard", page.Fields[3].Nested.ToString());
    }

    [Theory]
    [InlineData("shape S of Row { lines }", "shape-needs-nested: lines")]
    [InlineData("shape S of Row { people: fans }", "shape-needs-nested: people: fans")]
    [InlineData("shape S of Row { writer }", "")]
    [InlineData("shape S of Row { tags, doc }", "")]
    [InlineData("shape S of Row { title: PersonCard of title }", "shape-of-other: title")]
    [InlineData("shape S of Row { fans: LineCard of fans }", "shape-of-other: LineCard")]
    [InlineData("shape S of Row = PersonCard with { title }", "shape-of-other: PersonCard")]
    [InlineData("shape S of Row = Card with { title }", "duplicate-member: title")]
    [InlineData("shape S of Row = S with { title }", "recursive-shape: S")]
    [InlineData("shape S of Row { x: old.title }", "unknown-name: old")]
    public void A_shape_is_checked(string shape, string finding)
    {
        Assert.Equal(finding, string.Join('|', Models.Findings($"{Rows}\n{shape}")));
    }

    private static Api ApiOf(string exposes)
    {
        var compilation = Models.Compile($"{Rows}\napi Web {{ {exposes} }}");
        Assert.Empty(compilation.Diagnostics.Select(found => found.Message));
        return compilation.Model.Apis[0];
    }
}
