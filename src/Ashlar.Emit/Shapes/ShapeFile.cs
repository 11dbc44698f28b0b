using Ashlar.Core.Model;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Shapes;

/// <summary>`Shapes/BookPage.cs`: the record of a reply, read from rows and written as JSON.</summary>
internal sealed class ShapeFile
{
    private readonly Emission _emission;
    private readonly ShapeLayout _layout;
    private readonly CSharpTypes _types;
    private readonly ShapeReader _reader;
    private readonly ShapeCompletion _completion;

    private ShapeFile(Emission emission, ReplyShape shape)
    {
        _emission = emission;
        _layout = new(emission, shape);
        _types = new(shape.Name.Module);
        _reader = new(_layout, _types);
        _completion = new(emission, _layout, _types);
    }

    private ReplyShape Shape => _layout.Shape;

    private Ident Name => Names.Type(Shape.Name);

    public static IEnumerable<EmittedFile> Emit(Emission emission) =>
        emission.Replies.All.Select(shape => new ShapeFile(emission, shape).File());

    private EmittedFile File() => Generated(
        $"{ShapeHomes.Of(_emission, Shape)}/{Name}.cs",
        CSharpFile.Of(_emission, Shape.Name.Module, Header.Of(Shape.Source.Kind, Shape.Source.Element), Record()));

    private Code Record() => Code.Of($$"""
        {{Doc.Summary(Documentation)}}
        {{(ShapeHomes.IsShared(_emission, Shape) ? TypeRef.BuiltIn("public") : TypeRef.BuiltIn("internal"))}} sealed record {{Name}}({{ParameterList.Of(_reader.Parameters)}}) : IShape
        {
            {{Code.When(_emission.IsFound(Shape), () => _layout.Find.Field)}}

            {{Code.When(IsFoundTogether, () => _completion.StatementsOfOne)}}

            {{Code.When(IsCompletedTogether, () => _completion.StatementsOfMany)}}

            {{Code.When(_emission.IsFound(Shape), Find)}}

            {{Code.When(IsCompletedTogether, () => _completion.Method)}}

            {{Code.When(_layout.Use.IsOne || _layout.Use.IsListed, ReadFirst)}}

            /// <summary>Reads the columns that begin at <paramref name="at"/>.</summary>
            public static {{Name}} Read(Rows rows, int at) => new(
                {{Code.Join(_reader.Reads, ",\n")}});

            /// <inheritdoc />
            public void Write(Utf8JsonWriter json)
            {
                json.WriteStartObject();
                {{_reader.Writes}}
                json.WriteEndObject();
            }
        }
        """);

    private string Documentation => Shape.Documentation.Length > 0 ? Shape.Documentation
        : Shape.Source.Kind == "shape" ? $"{Capital(Phrases.One(_layout.Entity.Name))} as {Shape.Name.Name} shows it."
        : $"{Capital(Phrases.One(_layout.Entity.Name))} with all fields that the caller may read.";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private Code ReadFirst() => Code.Of($"""
        /// <summary>Reads the first columns.</summary>
        public static {Name} Read(Rows rows) => Read(rows, at: 0);
        """);

    // A row that is only ever found alone brings its lists along.
    private bool IsFoundTogether => _emission.IsFound(Shape) && _completion.IsOneRoundTrip;

    private bool IsCompletedTogether =>
        _layout.IsCompleted && (!_completion.IsOneRoundTrip || _layout.Use.IsListed || _layout.Use.IsNested);

    private Code Find()
    {
        var find = _layout.Find;
        var call = Code.When(find.NeedsCall || (_layout.IsCompleted && _completion.NeedsCall), () => Code.Of($"Call call, "));
        var summary = $"The {Phrases.Noun(_layout.Entity.Name)} with an id, as far as the caller may read it.";
        var one = LocalNames.One(_layout.Entity);
        return IsFoundTogether ? Code.Of($$"""
                {{Doc.Summary(summary)}}
                public static async ValueTask<{{Name}}?> FindAsync(Session session, {{call}}Guid id)
                {
                    await using var answers = await session.QueryTogetherAsync({{ParameterList.Below([.. _completion.Queries(find.Query)])}});
                    return await answers.FirstAsync(Read) is { } {{one}}
                        ? {{one}} with { {{_completion.Answers}} }
                        : null;
                }
                """)
            : _layout.IsCompleted ? Code.Of($$"""
                {{Doc.Summary(summary)}}
                public static async ValueTask<{{Name}}?> FindAsync(Session session, {{call}}Guid id)
                {
                    var {{one}} = await session.FirstAsync(Select, Read{{find.Arguments}});
                    return {{one}} is null ? null : (await CompleteAsync(session, {{Code.When(_completion.NeedsCall, () => Code.Of($"call, "))}}[{{one}}]))[0];
                }
                """)
            : Code.Of($"""
                {Doc.Summary(summary)}
                public static ValueTask<{Name}?> FindAsync(Session session, {call}Guid id) =>
                    session.FirstAsync(Select, Read{find.Arguments});
                """);
    }
}
