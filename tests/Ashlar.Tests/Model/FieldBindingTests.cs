using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;

namespace Ashlar.Tests.Model;

public sealed class FieldBindingTests
{
    [Fact]
    public void A_field_has_the_bounds_of_its_named_type_and_its_own()
    {
        var field = FieldOf("type Isbn = text min 10 max 20 matches pattern \"[0-9]+\"", "isbn: Isbn? max 13 not blank unique");
        Assert.Equal(new ScalarType(Scalar.Text) { IsNullable = true }, field.Type);
        var bounds = new Constraints
        {
            MinLength = 10,
            MaxLength = 13,
            Pattern = "[0-9]+",
            IsNotBlank = true,
            Alias = new ElementName("Main", "Isbn"),
        };
        Assert.Equal(bounds, field.Constraints);
        Assert.True(field.IsUnique);
    }

    [Fact]
    public void A_named_type_of_a_named_type_has_the_bounds_of_both()
    {
        var field = FieldOf("type Short = Name max 5\ntype Name = text min 2 max 20", "name: Short");
        Assert.Equal((2, 5, "Short"), (field.Constraints.MinLength, field.Constraints.MaxLength, field.Constraints.Alias?.Name));
    }

    [Fact]
    public void A_list_of_values_has_the_bounds_of_its_item_and_a_number_of_items()
    {
        var field = FieldOf("type Tag = text max 30", "tags: Tag[] max 20");
        Assert.Equal(new ListType(new ScalarType(Scalar.Text)), field.Type);
        Assert.Equal((30, 20), (field.Constraints.MaxLength, field.Constraints.MaxItems));
    }

    [Theory]
    [InlineData("a: int min -5 max 10", -5, 10)]
    [InlineData("a: decimal(4, 2) min 0.01 max 99.99", 0.01, 99.99)]
    [InlineData("a: duration min 1s max 1h", 1000, 3600000)]
    public void Bounds_of_numbers_and_durations_are_numbers(string text, double min, double max)
    {
        var field = FieldOf("", text);
        Assert.Equal(((decimal)min, (decimal)max), (field.Constraints.Min, field.Constraints.Max));
    }

    [Theory]
    [InlineData("a: int max 3000000000", "bound-does-not-fit: 3000000000")]
    [InlineData("a: decimal(4, 2) max 100", "bound-does-not-fit: 100")]
    [InlineData("a: decimal(4, 2) min 0.005", "bound-does-not-fit: 0.005")]
    [InlineData("a: duration min 5", "bound-does-not-fit: 5")]
    [InlineData("a: text max 5 length 3 min 4", "contradicting-bounds: min 4")]
    [InlineData("a: text max 5 min 6", "contradicting-bounds: min 6")]
    [InlineData("a: bool max 5", "modifier-not-applicable: max 5")]
    [InlineData("a: date min 5", "modifier-not-applicable: min 5")]
    [InlineData("a: text max 9 on delete cascade", "modifier-not-applicable: on delete cascade")]
    [InlineData("a: text max 9 owned", "modifier-not-applicable: owned")]
    [InlineData("a: text max 9 blank as null", "modifier-not-applicable: blank as null")]
    [InlineData("a: json max 9 unique", "modifier-not-applicable: unique")]
    [InlineData("a: int types \"image/png\"", "modifier-not-applicable: types \"image/png\"")]
    [InlineData("a: int = 1 computed { 2 }", "modifier-conflict: computed { 2 }")]
    [InlineData("a: decimal(3, 4)", "decimal-digits: decimal(3, 4)")]
    [InlineData("a: decimal(19, 2)", "decimal-digits: decimal(19, 2)")]
    [InlineData("a: secret", "unknown-type: secret")]
    [InlineData("a: Nothing max 5 unique", "unknown-type: Nothing")]
    [InlineData("a: Row", "missing-delete-rule: Row")]
    [InlineData("a: Row[]", "missing-relation: Row[]")]
    [InlineData("a: int = null", "type-mismatch: null")]
    [InlineData("a: int? = null", "")]
    [InlineData("a: int = 1.0", "")]
    [InlineData("a: int = 1.5", "type-mismatch: 1.5")]
    [InlineData("a: decimal(4, 1) = 1.25", "literal-does-not-fit: 1.25")]
    [InlineData("a: email = \"Ann@Example.org\"", "")]
    [InlineData("a: instant = now on update now", "")]
    [InlineData("a: date = today + 1 month", "")]
    [InlineData("a: instant = now + 14d", "")]
    [InlineData("a: Row? = caller on delete clear", "no-principal: caller")]
    [InlineData("a: int = b + 1   b: int", "")]
    [InlineData("a: int computed { b * 2 }   b: int", "")]
    [InlineData("a: date computed { today }", "outside-own-row: today")]
    [InlineData("a: text max 9 generated \"A-{sequence}\"", "")]
    [InlineData("a: long generated sequence", "")]
    [InlineData("a: text max 9 = \"{sequence}\"", "unknown-name: sequence")]
    public void Words_of_a_field_are_checked_against_its_type(string field, string finding)
    {
        Assert.Equal(finding, string.Join('|', Models.Findings($"entity Row {{ {field} }}")));
    }

    [Fact]
    public void An_address_is_kept_in_lower_case()
    {
        var field = FieldOf("", "a: email = \"Ann@Example.org\"");
        Assert.Equal("ann@example.org", Assert.IsType<Core.Model.Expressions.Literal>(field.Default).Value);
    }

    [Fact]
    public void Owned_rows_get_the_reference_to_their_owner()
    {
        var model = Models.Compile("entity Order { lines: Line[] owned max 9 }   entity Line { n: int   access as order }").Model;
        var line = model.Entities.Single(entity => entity.Name.Name == "Line");
        var back = line.Fields[0];
        Assert.Equal(("order", DeleteRule.Cascade), (back.Name, back.OnDelete));
        Assert.True(back is { IsOwnerReference: true, IsOptional: false });
        Assert.Equal(new ReferenceType(new ElementName("Main", "Order")), back.Type);
        Assert.Equal(new ElementName("Main", "Order"), line.Owner);
        var lines = model.Entities.Single(entity => entity.Name.Name == "Order").Field("lines");
        Assert.Equal(new Relation(RelationKind.Owned, line.Name) { BackReference = "order" }, lines?.Relation);
    }

    [Fact]
    public void A_linked_list_can_be_read_from_the_other_side()
    {
        var model = Models.Compile("entity Book { tags: Tag[] linked }   entity Tag { books: Book[] inverse tags }").Model;
        var (book, tag) = (new ElementName("Main", "Book"), new ElementName("Main", "Tag"));
        Assert.Equal(new Relation(RelationKind.Linked, tag) { BackReference = "books" }, model.Entities[0].Fields[0].Relation);
        var books = model.Entities[1].Fields[0].Relation;
        Assert.Equal(new Relation(RelationKind.LinkedInverse, book) { BackReference = "tags" }, books);
    }

    [Fact]
    public void States_stand_in_the_order_in_which_the_text_names_them()
    {
        const string text = "status: state { initial Draft, Open   Open -> Done, Lost   Draft -> Open   final Done, Lost }";
        var state = FieldOf("", text).State;
        Assert.Equal(["Draft", "Open", "Done", "Lost"], state?.States ?? []);
        var steps = state?.Transitions.Select(step => $"{step.From} -> {step.To}") ?? [];
        Assert.Equal(["Open -> Done", "Open -> Lost", "Draft -> Open"], steps);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("access { create to signed in }", "")]
    [InlineData("access { create to anyone }", "possibly-null: caller")]
    public void A_required_default_may_be_the_caller_where_only_callers_create(string access, string finding)
    {
        const string person = "entity Person principal { name: text max 9 }\n";
        var text = person + $"entity Note {{ writer: Person = caller on delete cascade   {access} }}";
        Assert.Equal(finding, string.Join('|', Models.Findings(text)));
    }

    private static Field FieldOf(string before, string field)
    {
        var compilation = Models.Compile($"{before}\nentity Row {{ {field} }}");
        Assert.Empty(compilation.Diagnostics.Select(found => found.Message));
        return compilation.Model.Entities[0].Fields[0];
    }
}
