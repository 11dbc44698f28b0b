namespace Ashlar.Tests.Model;

/// <summary>One cause is one finding, and no finding hides another.</summary>
public sealed class RecoveryTests
{
    [Fact]
    public void A_field_of_an_unknown_type_is_reported_where_it_is_declared_and_nowhere_else()
    {
        const string text = """
            entity Book {
              price: Mony   = 5
              cost:  int    computed { price * 2 }
              check Paid "Paid." { price > 0 and price.amount == Free }
              unique One "One." { price }
              index price
              access { read to anyone where price in [1, 2] }
            }
            shape Card of Book { price, twice: price * 2, name: price.name.upper }
            """;
        Assert.Equal(["unknown-type: Mony"], Models.Findings(text));
    }

    [Fact]
    public void An_error_in_one_entity_hides_none_in_another()
    {
        const string text = """
            entity A { x: Nothing   y: int = "a" }
            entity B { a: A   z: bool min 3 }
            entity C { check Sound "Sound." { missing } }
            """;
        Assert.Equal(
            [
                "unknown-type: Nothing", "type-mismatch: \"a\"", "missing-delete-rule: A", "modifier-not-applicable: min 3",
                "unknown-name: missing",
            ],
            Models.Findings(text));
    }

    [Fact]
    public void The_second_of_two_declarations_is_reported_and_the_first_is_used()
    {
        const string text = """
            entity Book { title: text max 9 }
            entity Book { name: text max 9 }
            shape Card of Book { title }
            """;
        Assert.Equal(["duplicate-declaration: Book"], Models.Findings(text));
    }

    [Fact]
    public void A_call_with_a_wrong_name_is_one_finding_and_its_arguments_are_still_checked()
    {
        const string text = """
            entity Book { n: int   check Sound "Sound." { Chek(a: n + titel, b: n) } }
            function Check { input { n: int }   gives bool { n > 0 } }
            """;
        Assert.Equal(["unknown-function: Chek", "unknown-name: titel"], Models.Findings(text));
    }

    [Fact]
    public void An_unknown_source_makes_its_items_unknown()
    {
        const string condition = "any(l in liness where l.paid: l.amount > 5 and l.x.y == Z)";
        const string text = $"entity Book {{ check Sound \"Sound.\" {{ {condition} }} }}";
        Assert.Equal(["unknown-name: liness"], Models.Findings(text));
    }

    [Fact]
    public void What_is_not_public_is_reported_once_where_it_is_named()
    {
        const string text = """
            system Shop { title "Shop" }
            module A uses B
            entity Loan {
              book: B.Book on delete restrict
              check Sound "Sound." { book.id != id }
              access { read to anyone where book.title != "" }
            }
            module B
            entity Book { title: text max 9 }
            """;
        Assert.Equal(["not-public: B.Book"], Models.Findings(text));
    }
}
