using Ashlar.Core.Model;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Views;

/// <summary>`Shapes/BestSellersItem.cs`: the record of a row that a view gives, read from rows and written as JSON.</summary>
internal static class ViewItemFile
{
    /// <summary>`BestSellersItem`.</summary>
    public static Ident NameOf(View view) => Ident.Of(view.Name.Name + "Item");

    public static EmittedFile Of(Emission emission, View view) => Generated(
        $"{Folders.Module(emission, view.Name.Module)}/Shapes/{NameOf(view)}.cs",
        CSharpFile.Of(emission, view.Name.Module, Header.Of("view", view.Name), Record(view)));

    private static Code Record(View view)
    {
        var (types, name) = (new CSharpTypes(view.Name.Module), NameOf(view));
        var forms = new KernelForm(types);
        var parameters = view.Columns.Select(column => Code.Of($"{types.Of(column.Value.Type)} {PropertyOf(view, column)}"));
        var reads = view.Columns.Select((column, i) =>
            Code.Of($"{PropertyOf(view, column)}: {forms.Get(column.Value.Type, At(i))}"));
        var writes = view.Columns.Select(column =>
            forms.Write(column.Value.Type, Lit.Of(column.Name), Code.Of($"{PropertyOf(view, column)}")));
        return Code.Of($$"""
            {{Documentation(view)}}
            internal sealed record {{name}}({{ParameterList.Of([.. parameters])}}) : IShape
            {
                /// <summary>Reads the first columns.</summary>
                public static {{name}} Read(Rows rows) => Read(rows, at: 0);

                /// <summary>Reads the columns that begin at <paramref name="at"/>.</summary>
                public static {{name}} Read(Rows rows, int at) => new(
                    {{Code.Join(reads, ",\n")}});

                /// <inheritdoc />
                public void Write(Utf8JsonWriter json)
                {
                    json.WriteStartObject();
                    {{Code.Lines(writes)}}
                    json.WriteEndObject();
                }
            }
            """);
    }

    private static Code Documentation(View view)
    {
        var documented = view.Columns.Where(column => column.Documentation.Length > 0).Select(column =>
            Code.Of($"/// <param name=\"{PropertyOf(view, column)}\">{Prose.Comment(OneLine(column.Documentation))}</param>"));
        return Code.Lines(documented.Prepend(Code.Of($"/// <summary>A row of {Prose.Comment(view.Name.Name)}.</summary>")));
    }

    private static string OneLine(string text) => text.Replace('\n', ' ');

    /// <summary>The property of the record that holds a column.</summary>
    public static Ident PropertyOf(View view, ViewColumn column) =>
        Names.Property(view.Name with { Name = NameOf(view).Text }, column.Name);

    private static Code At(int column) => column == 0 ? Code.Of($"at") : Code.Of($"at + {column}");
}
