using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;

namespace Ashlar.Kernel.Tests.Migrations;

/// <summary>
/// Changes of the model, by what they are; each is an edit of its text, what was renamed, and what was decided.
/// </summary>
internal static class ChangeCorpus
{
    private static readonly Dictionary<string, Func<Correspondence>> All = new()
    {
        ["nothing"] = () => Edit(),
        ["add an entity"] = () =>
            Edit("entity Shelf { => entity Room { label: text max 10 unique   access { read to Clerk } }\nentity Shelf {"),
        ["remove an entity"] = () => Reverse(drops: ["Shop.Room"],
            "entity Shelf { => entity Room { label: text max 10 unique   access { read to Clerk } }\nentity Shelf {"),
        ["rename an entity"] = () => Renamed([(ElementKind.Entity, "Shop.Rack", "Shelf")],
            "entity Shelf { => entity Rack {", "shelf:  Shelf on => shelf:  Rack on"),
        ["rename an entity with lists"] = () => Renamed([(ElementKind.Entity, "Shop.Work", "Book")],
            "entity Book { => entity Work {", "access as book => access as work"),
        ["swap two entities"] = () => Renamed(
            [(ElementKind.Entity, "Shop.Shelf", "Person"), (ElementKind.Entity, "Shop.Person", "Shelf")],
            "entity Person principal plural \"people\" { => entity Temp plural \"shelves\" {",
            "entity Shelf { => entity Person plural \"people\" {", "entity Temp plural \"shelves\" { => entity Shelf principal {",
            "shelf:  Shelf on => shelf:  Person on", "helper: Person? => helper: Shelf?", "fans:   Person[] => fans:   Shelf[]"),
        ["add an optional field"] = () => Edit("floor: int = 1 => floor: int = 1\n  note: text? max 90"),
        ["add an optional field with a rule"] = () => Edit("pages:  int? => pages: int?\n  note: text? max 20"),
        ["add a required field with a default"] = () => Edit("pages:  int? => pages: int?\n  grade: int min 1 = 7"),
        ["add a number"] = () => Edit("floor: int = 1 => floor: int = 1\n  serial: long generated sequence"),
        ["add a number in a text"] = () =>
            Edit("floor: int = 1 => floor: int = 1\n  code: text max 20 unique generated \"S-{sequence}\""),
        ["add moments"] = () => Edit("floor: int = 1 => floor: int = 1\n  since: instant = now\n  day: date = today"),
        ["a field becomes a number"] = () => Edit("floor: int = 1 => floor: int generated sequence"),
        ["remove a number"] = () => Reverse(drops: ["Shop.Book.number"], "  number: int generated sequence => "),
        ["remove a field"] = () => Reverse(drops: ["Shop.Book.note"], "pages:  int? => pages: int?\n  note: text? max 20"),
        ["remove a required field"] = () => Edit(drops: ["Shop.Book.price"],
            "  price:  decimal(10, 2)\n => ", "  twice:  decimal(12, 2) computed { price + price }\n => ",
            "  check Priced \"A book has a price.\" { price >= 0 }\n => "),
        ["rename a field"] = () => Renamed([(ElementKind.Field, "Shop.Book.caption", "title")],
            "title:  text max 200 => caption: text max 200", "index  title, => index caption,",
                "search title, => search caption,"),
        ["swap two fields"] = () => Renamed(
            [(ElementKind.Field, "Shop.Shelf.floor", "name"), (ElementKind.Field, "Shop.Shelf.name", "floor")],
            "  name:  text max 100\n  floor: int = 1 =>   name: int = 1\n  floor:  text max 100", "shelf.name => shelf.floor"),
        ["rename onto a field that goes"] = () => Renamed([(ElementKind.Field, "Shop.Book.sub", "title")], ["Shop.Book.sub"],
            "  title:  text max 200\n => ", "sub:    text? max 200 => sub: text max 200", "index  title, => index sub,",
            "search title, => search sub,"),
        ["rename a reference"] = () => Renamed([(ElementKind.Field, "Shop.Book.rack", "shelf")],
            "shelf:  Shelf on => rack: Shelf on", "search title, shelf.name => search title, rack.name"),
        ["rename lists"] = () => Renamed(
            [(ElementKind.Field, "Shop.Book.terms", "words"), (ElementKind.Field, "Shop.Book.friends", "fans")],
            "words:  Word[] => terms: Word[]", "fans:   Person[] => friends: Person[]"),
        ["rename a part of a value"] = () =>
            Renamed([(ElementKind.Part, "Shop.Size.breadth", "width")], "width: int => breadth: int"),
        ["add a part of a value"] = () => Edit("depth: int? => depth: int?   height: int?"),
        ["remove a part of a value"] = () => Edit(drops: ["Shop.Size.depth"], "   depth: int? => "),
        ["an optional value becomes required"] = () => FilledWithSize("Shop.Book.size", "size:   Size? => size: Size"),
        ["add a required value"] = () =>
            FilledWithSize("Shop.Book.extent", "size:   Size? => size: Size?\n  extent: Size"),
        ["rename an enum value"] = () =>
            Renamed([(ElementKind.EnumValue, "Shop.Color.Azure", "Blue")], "Green, Blue => Green, Azure"),
        ["swap enum values"] = () => Renamed(
            [(ElementKind.EnumValue, "Shop.Color.Green", "Blue"), (ElementKind.EnumValue, "Shop.Color.Blue", "Green")],
            "Green, Blue => Blue, Green"),
        ["add an enum value"] = () => Edit("Green, Blue => Green, Blue, Black"),
        ["remove an enum value"] = () => Mapped("Shop.Color", "Blue", "Red", "Green, Blue => Green"),
        ["rename a state"] = () => Renamed([(ElementKind.State, "Shop.Book.status.Done", "Closed")],
            "Open -> Closed   final Closed => Open -> Done   final Done"),
        ["add a state"] = () => Edit("Open -> Closed   final Closed => Open -> Closed, Lost   final Closed, Lost"),
        ["an optional field becomes required"] = () =>
            Filled("Shop.Book.sub", "sub:    text? max 200 => sub: text max 200", "\"none\""),
        ["a required field becomes optional"] = () => Edit("title:  text max 200 => title: text? max 200"),
        ["add a required field with a value"] = () => Filled(
            "Shop.Book.blurb", "pages:  int? => pages: int?\n  blurb: text max 500", "title"),
        ["convert a field"] = () => Converted("Shop.Book.pages", "pages:  int? => pages: text? max 20", "\"many\""),
        ["a wider decimal"] = () =>
            Edit("price:  decimal(10, 2) => price: decimal(14, 2)", "decimal(12, 2) computed => decimal(16, 2) computed"),
        ["a finer decimal"] = () =>
            Edit("price:  decimal(10, 2) => price: decimal(14, 4)", "decimal(12, 2) computed => decimal(16, 4) computed"),
        ["int becomes long"] = () => Edit("pages:  int? => pages: long?"),
        ["int becomes decimal"] = () => Edit("weight: int min 1 => weight: decimal(12, 2) min 1"),
        ["an enum becomes a text"] = () => Edit("mood:   Color? => mood: Word?"),
        ["another default"] = () => Edit("floor: int = 1 => floor: int = 2"),
        ["no default"] = () => Edit("floor: int = 1 => floor: int"),
        ["longer and shorter text"] = () =>
            Edit("sub:    text? max 200 => sub: text? max 300", "label:  text max 50 => label: text max 30"),
        ["add a check"] = () =>
            Edit("pages:  int? => pages: int? min 0 max 100000",
                "index  title => check Short \"A short one.\" { pages == null or pages < 9000 }\n  index title"),
        ["remove a check"] = () => Edit("  check Priced \"A book has a price.\" { price >= 0 }\n => "),
        ["a check over lists"] = () =>
            Edit("  check Light  \"The parts are light.\" { sum(p in parts: p.weight) <= 100000 }\n => ",
                "owned max 10 => owned max 90"),
        ["no checks over lists"] = () => Reverse([],
            "  check Light  \"The parts are light.\" { sum(p in parts: p.weight) <= 100000 }\n => ", "owned max 10 => owned"),
        ["add a unique field"] = () => Edit("title:  text max 200 => title: text max 200 unique"),
        ["add a unique rule with a condition"] = () =>
            Edit("index  title => unique OneOpen \"One is open.\" { title where status == Open }\n  index title"),
        ["remove a unique field"] = () => Edit("email: email unique => email: email"),
        ["add and remove indexes"] = () => Edit("index  title, added desc => index title desc\n  index price"),
        ["add a reference"] = () => Edit("pages:  int? => pages: int?\n  second: Shelf? on delete clear"),
        ["another delete rule"] = () => Edit("helper: Person? on delete clear => helper: Person? on delete restrict"),
        ["add lists"] = () => Edit("floor: int = 1 => floor: int = 1\n  tags: Word[] max 5\n  keepers: Person[] linked"),
        ["remove lists"] = () =>
            Edit(drops: ["Shop.Book.words", "Shop.Book.fans"], "  words:  Word[] max 20\n => ",
                "  fans:   Person[] linked\n => "),
        ["another computed field"] = () => Edit("computed { price + price } => computed { price + 1 }"),
        ["no computed field"] = () => Edit("  twice:  decimal(12, 2) computed { price + price }\n => "),
        ["computed becomes stored"] = () => Edit("twice:  decimal(12, 2) computed { price + price } => twice: decimal(12, 2)"),
        ["add a search"] = () => Edit("floor: int = 1 => floor: int = 1\n  search name"),
        ["no search"] = () => Edit("  search title, shelf.name\n => "),
        ["another search"] = () => Edit("search title, shelf.name => search title, sub"),
        ["other words"] = () =>
            Edit("/// A thing to read. => /// Something to read.",
                "title:  text max 200 => /// Its name.\n  title: text max 200"),
        ["add a file"] = () => Edit("pages:  int? => pages: int?\n  cover: file? max 2MB types \"image/png\""),
        ["order of fields"] = () => Edit("  sub:    text? max 200\n  pages:  int?\n =>   pages: int?\n  sub: text? max 200\n"),
        ["all at once"] = () => Renamed(
            [(ElementKind.Entity, "Shop.Work", "Book"), (ElementKind.Field, "Shop.Work.caption", "title"),
                (ElementKind.Entity, "Shop.Rack", "Shelf")],
            ["Shop.Book.pages"],
            "entity Book { => entity Work {", "access as book => access as work",
                "title:  text max 200 => caption: text max 220 unique",
            "index  title, => index caption,", "search title, => search caption,", "  pages:  int?\n =>   pieces: int = 4\n",
            "entity Shelf { => entity Rack {", "shelf:  Shelf on => shelf:  Rack on", "weight: int min 1 => weight: long min 1"),
    };

    /// <summary>Changes that ask, whatever was decided, and the question.</summary>
    private static readonly Dictionary<string, (string Question, Func<Correspondence> Change)> Open = new()
    {
        ["undecided part of a value"] = ("U1 Shop.Book.size.depth", () => Edit("   depth: int? => ")),
        ["convert a list"] = ("U4 Shop.Book.words", () =>
            Converted("Shop.Book.words", "words:  Word[] max 20 => words: Color[] max 20", "\"Red\"")),
        ["convert a whole value"] = ("U4 Shop.Book.size", () =>
            Converted("Shop.Book.size", "size:   Size? => size: Word?", "title")),
        ["fill a whole value with another"] = ("U2 Shop.Book.size", () =>
            Filled("Shop.Book.size", "size:   Size? => size: Size", new Variable(
                new Core.Model.Types.ValueType(new ElementName("Shop", "Size")), VariableKind.This, "this"))),
        ["one value becomes a list"] = ("U1 Shop.Book.sub", () => Edit("sub:    text? max 200 => sub: Word[] max 3")),
        ["a list becomes one value"] = ("U1 Shop.Book.words", () => Edit("words:  Word[] max 20 => words: Word?")),
        ["a reference leads elsewhere"] = ("U4 Shop.Book.helper", () =>
            Edit("helper: Person? on delete clear => helper: Shelf? on delete clear")),
        ["another principal"] = ("U5 Shop.Person", () =>
            Edit("entity Person principal plural => entity Person plural", "entity Shelf { => entity Shelf principal {")),
        ["no principal"] = ("U5 Shop.Person", () => Edit("entity Person principal plural => entity Person plural")),
    };

    public static IEnumerable<string> Names => All.Keys;

    public static IEnumerable<(string Name, string Question)> Refused => Open.Select(one => (one.Key, one.Value.Question));

    public static Correspondence Of(string name) => Open.TryGetValue(name, out var open) ? open.Change() : All[name]();

    private static Correspondence Edit(params IEnumerable<string> edits) => Edit([], edits);

    private static Correspondence Edit(string[] drops, params IEnumerable<string> edits) => Renamed([], drops, edits);

    private static Correspondence Reverse(string[] drops, params IEnumerable<string> edits) =>
        Correspondence.Of(ChangeModel.Compile(ChangeModel.Edited(edits)), ChangeModel.Model,
            []) with
        { Decisions = Dropping(drops) };

    private static Correspondence Renamed((ElementKind Kind, string Now, string Was)[] renames,
        params IEnumerable<string> edits) =>
        Renamed(renames, [], edits);

    private static Correspondence Renamed(
        (ElementKind Kind, string Now, string Was)[] renames, string[] drops, params IEnumerable<string> edits) =>
        Correspondence.Of(
            ChangeModel.Model,
            ChangeModel.Compile(ChangeModel.Edited(edits)),
            renames.Select(rename => new Rename(new ElementPath(rename.Kind, rename.Now), rename.Was)).ToValueList())
            with
        {
            Decisions = Dropping(drops),
        };

    private static Correspondence Mapped(string holder, string from, string to, string edit) => Edit(edit) with
    {
        Decisions = new Decisions
        {
            Mappings = [new ValueMapping(new ElementPath(ElementKind.Enum, holder), [new MappedValue(from, to)], "a test")],
        },
    };

    private static Correspondence Filled(string field, string edit, string value) => Filled(field, edit, Expression(value));

    private static Correspondence FilledWithSize(string field, string edit) => Filled(field, edit, new ObjectLiteral(
        new Core.Model.Types.ValueType(new ElementName("Shop", "Size")),
        [new("width", Number(7)), new("label", Expression("title")), new("depth", Number(4))]));

    private static Literal Number(long value) => new(new Core.Model.Types.ScalarType(Core.Model.Types.Scalar.Int), value);

    private static Correspondence Filled(string field, string edit, Expression value) => Edit(edit) with
    {
        Decisions = new Decisions { Fills = [new Fill(new ElementPath(ElementKind.Field, field), value, "a test")] },
    };

    private static Correspondence Converted(string field, string edit, string value) => Edit(edit) with
    {
        Decisions = new Decisions
        {
            Conversions = [new Conversion(new ElementPath(ElementKind.Field, field), Expression(value), Down: null, "a test")],
        },
    };

    /// <summary>An expression over a row of Book, read as the one of a computed field.</summary>
    public static Expression Expression(string text)
    {
        var edit = $"pages:  int? => pages: int?\n  made: text max 2000 computed {{ {text} }}";
        var model = ChangeModel.Compile(ChangeModel.Edited(edit));
        return model.Entity(new ElementName("Shop", "Book"))?.Field("made")?.Computed
            ?? throw new InvalidOperationException($"`{text}` is no expression");
    }

    private static Decisions Dropping(string[] drops) => new()
    {
        Drops = drops.Select(drop => new Drop(new ElementPath(ElementKind.Field, drop), "a test")).ToValueList(),
    };
}
