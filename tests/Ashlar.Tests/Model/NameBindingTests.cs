using Ashlar.Core;
using Ashlar.Core.Text;
using Ashlar.Tests.Architecture;

namespace Ashlar.Tests.Model;

public sealed class NameBindingTests
{
    [Theory]
    [InlineData("bookshop")]
    [InlineData("helpdesk")]
    [InlineData("conduit")]
    public void The_order_of_files_and_their_names_mean_nothing(string example)
    {
        var texts = Repository.Files($"examples/{example}/model", "*.ashlar").Select(Repository.Read).ToList();
        var forwards = Models.Compile(texts.Select((text, i) => new SourceFile($"{i}.ashlar", text))).Model;
        var backwards = Models.Compile(texts.Select((text, i) => new SourceFile($"{9 - i}.ashlar", text))).Model;
        Assert.Equal(forwards with { Samples = [] }, backwards with { Samples = [] });
        Assert.Equal(forwards.Samples.Count, backwards.Samples.Count);
    }

    [Fact]
    public void The_order_of_declarations_means_nothing()
    {
        const string open = "system Shop { title \"Shop\" }\nmodule Catalog\n";
        string[] declarations =
        [
            "enum Format { Hardcover, Paperback }",
            "type Isbn = text max 13",
            "entity Book { isbn: Isbn   by: Author on delete restrict   f: Format   access { read to anyone where F(b: this) } }",
            "entity Author { name: text max 9   books: Book[] inverse by   access { read to anyone } }",
            "function F { input { b: Book }   gives bool { b.isbn.length > 3 } }",
            "shape Card of Book { isbn, by: AuthorCard of by }",
            "shape AuthorCard of Author { name }",
            "api Web { expose Book { read { reply Card of book } } }",
        ];
        var forwards = Models.Compile(open + string.Join('\n', declarations));
        var backwards = Models.Compile(open + string.Join('\n', declarations.Reverse()));
        Assert.Empty(forwards.Diagnostics);
        Assert.Equal(forwards.Model, backwards.Model);
    }

    [Fact]
    public void A_system_without_modules_is_one_module_named_after_it()
    {
        const string text = "system Shop { title \"\" }\nentity Book { title: text max 9   access { read to anyone } }";
        var model = Models.Compile(text).Model;
        Assert.Equal("Shop", Assert.Single(model.Modules).Name);
        Assert.Equal("Shop.Book", Assert.Single(model.Entities).Name.ToString());
    }

    [Fact]
    public void A_module_spans_files_and_its_uses_add_up()
    {
        var model = Compilation.Create(
        [
            new SourceFile("a.ashlar", "system Shop { title \"Shop\" }\nmodule A uses B\nenum One { X }"),
            new SourceFile("b.ashlar", "module B\nenum Two { X }\nmodule A uses C\nenum Three { X }\nmodule C"),
        ]).Model;
        Assert.Equal(["A", "B", "C"], model.Modules.Select(module => module.Name));
        Assert.Equal(["B", "C"], model.Modules[0].Uses);
        Assert.Equal(["A.One", "A.Three", "B.Two"], model.Enums.Select(one => one.Name.ToString()));
    }

    [Fact]
    public void One_name_in_two_modules_is_two_elements()
    {
        const string text = """
            system Shop { title "Shop" }
            module A uses B
            entity Book { other: B.Book on delete restrict   kind: B.Kind   own: Kind   access { read to anyone } }
            enum Kind { X }
            module B
            public enum Kind { Y }
            entity Book { title: text max 9   public { title }   access { read to anyone } }
            """;
        var model = Models.Compile(text).Model;
        Assert.Equal(["A.Book", "B.Book"], model.Entities.Select(entity => entity.Name.ToString()));
        Assert.Empty(Models.Findings(text));
    }

    [Fact]
    public void A_bare_name_of_two_other_modules_is_ambiguous()
    {
        const string text = """
            system Shop { title "Shop" }
            module A uses B, C
            entity Thing { kind: Kind }
            module B
            public enum Kind { Y }
            module C
            public enum Kind { Y }
            """;
        var found = Assert.Single(Models.Compile(text).Diagnostics);
        Assert.Equal("`Kind` can be `B.Kind` or `C.Kind`", found.Message);
    }

    [Fact]
    public void An_api_and_samples_see_every_module_without_uses()
    {
        const string text = """
            system Shop { title "Shop" }
            module A
            entity Book { title: text max 9   access { read to anyone } }
            module Web
            api Web { expose Book { read } }
            sample A.Book { title: "Sand" }
            """;
        Assert.Empty(Models.Findings(text));
    }

    [Fact]
    public void A_role_and_an_entity_may_share_a_name()
    {
        const string entity = "entity Patient principal { name: text max 9   access { read to Patient } }";
        Assert.Empty(Codes("role Patient granted by Patient\n" + entity));
    }

    [Fact]
    public void Within_its_module_everything_is_visible_and_from_outside_only_the_public_fields()
    {
        const string text = """
            system Shop { title "Shop" }
            module A uses B
            entity Loan { book: B.Book on delete restrict
              access { read to anyone where book.title != "" and book.price > 3 and book.id == id } }
            module B
            entity Book { title: text max 9   price: int   public { title }   access { read to anyone where price > 3 } }
            """;
        Assert.Equal(["not-public: price"], Models.Findings(text));
    }

    private static IEnumerable<string> Codes(string text) => Models.Compile(text).Diagnostics.Select(found => found.Code);
}
