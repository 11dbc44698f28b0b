using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A view whose parts do not make one question to the database.</summary>
internal sealed class ViewForm : Rule
{
    /// <summary>A request can carry it in its address.</summary>
    public static bool IsParameter(ModelType type) => type is not (ListType or Types.ValueType or ScalarType
    {
        Scalar: Scalar.File or Scalar.Password or Scalar.Secret or Scalar.Months or Scalar.Json,
    });

    /// <summary>Rows can be told apart by it.</summary>
    public static bool IsKey(ModelType type) => IsParameter(type) && type is not NullType;

    /// <summary>It is one value that everybody may see.</summary>
    public static bool IsColumn(ModelType type) => IsKey(type) || type is ScalarType { Scalar: Scalar.Json };

    public static Diagnostic WithoutRows(ViewElement view) =>
        Of(view.NameLocation, $"`{view.Name.Name}` does not say which rows it goes over")
            .WithHelp("name an entity: `from Order as order where …`");

    public static Diagnostic WithoutColumns(ViewElement view) =>
        Of(view.NameLocation, $"`{view.Name.Name}` shows nothing of its rows")
            .WithHelp("list what it shows: `select { title: book.title }`");

    public static Diagnostic Input(Site site, FieldSyntax node, ModelType type)
    {
        var kind = node.Type.State is null ? Article.Of(TypeNames.Of(type.AsNullable(false))) : "a state of its own";
        return Of(site.At(node.Type), $"`{node.Name.Text}` is {kind}, which no parameter carries")
            .WithHelp("take a number, a text, a moment, a value of an enum or a row");
    }

    public static Diagnostic Key(Site site, ExpressionSyntax node, ModelType type) =>
        Of(site.At(node), $"rows are not grouped by {KindOf(type)}")
            .WithHelp("choose a reference, a number, a text, a moment or a value of an enum");

    public static Diagnostic Each(Location at) =>
        Of(at, "`each` goes over a list of values of the row itself")
            .WithHelp("name a list such as `tags: TagName[]`, or leave `each` out");

    public static Diagnostic ReplyWithoutRows(Location at) =>
        Of(at, "the reply of a view shows no rows")
            .WithHelp("write an object around them, such as `reply { books: rows }`");

    public static Diagnostic NoColumn(Location at, string name, IEnumerable<string> known) =>
        Of(at, $"the view shows no `{name}`").Suggest(name, known);

    public static Diagnostic ColumnAlone(Location at, string name) =>
        Of(at, $"`{name}` does not stand alone for its row")
            .WithHelp("write `rows`, or name a text that is always there");

    public static Diagnostic Column(Site site, ExpressionSyntax node, ModelType type) =>
        Of(site.At(node), $"{KindOf(type)} is no value of a row that a view shows")
            .WithHelp("name a field of it, or an aggregate such as `count(…)`");

    public static Diagnostic GroupedRow(Location at, string row) =>
        Of(at, $"`{row}` is one of many rows behind `group by`")
            .WithHelp("name a key of the groups, or compute one value: `sum(l in group: l.quantity)`");

    public static Diagnostic GroupAsValue(Location at) =>
        Of(at, "a group is no value, and has no first row")
            .WithHelp("compute one value: `count(l in group)`, `sum`, `min`, `max`, `average`, `any` or `all`");

    public static Diagnostic GroupWithin(Location at) =>
        Of(at, "this changes from row to row of something else than the group")
            .WithHelp("compare the rows of the group with its keys, inputs and constants only");

    public static Diagnostic GroupOfGroup(Location at) =>
        Of(at, "an aggregate over the group stands within another one")
            .WithHelp("put one beside the other");

    public static Diagnostic Limit(Site site, ExpressionSyntax node, int most) =>
        Of(site.At(node), $"a view has a limit between 1 and {most} rows")
            .WithHelp($"write a number, or an input such as `top: int min 1 max {most}`");

    public static Diagnostic Reason(Location at) =>
        Of(at, "`all rows` has no reason").WithHelp("say why everybody who may ask may see all of them");

    private static string KindOf(ModelType type) => type switch
    {
        NullType => "nothing but null",
        ListType { Item: ReferenceType rows } => $"a collection of `{rows.Entity.Name}`",
        ListType => "a list",
        _ => Article.Of(TypeNames.Of(type.AsNullable(false))),
    };

    private static Diagnostic Of(Location at, string message) => Diagnostic.Of<ViewForm>(at, message).WithLabel("here");
}
