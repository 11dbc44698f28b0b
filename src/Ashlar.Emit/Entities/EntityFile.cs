using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Entities;

/// <summary>`Entities/Book.cs`: a row that a request makes, with the defaults of the model.</summary>
internal sealed class EntityFile
{
    private readonly Emission _emission;
    private readonly Creation _creation;
    private readonly CSharpTypes _types;

    private EntityFile(Emission emission, Creation creation)
    {
        _emission = emission;
        _creation = creation;
        _types = new(creation.Entity.Name.Module);
    }

    private Entity Entity => _creation.Entity;

    private Ident Name => Names.Type(Entity.Name);

    public static IEnumerable<EmittedFile> Emit(Emission emission) =>
        Creations.All(emission).Select(creation => new EntityFile(emission, creation).File());

    private EmittedFile File() => Generated(
        $"{Folders.Module(_emission, Entity.Name.Module)}/Entities/{Name}.cs",
        CSharpFile.Of(_emission, Entity.Name.Module, Header.Of("entity", Entity.Name), Class()));

    private Code Class() => Code.Of($$"""
        {{Doc.Summary(Entity.Documentation.Length > 0 ? Entity.Documentation : $"The row of {Phrases.One(Entity.Name)}.")}}
        internal sealed class {{Name}}
        {
            {{Constructor()}}

            public Guid Id { get; private init; }

            {{Code.Blocks(_creation.Held.Select(Property))}}

            /// <summary>Makes {{Prose.Comment(Phrases.One(Entity.Name))}} with the defaults of the model.</summary>
            public static {{Name}} Create({{Parameters()}}) => new({{Code.Join(Values.Select(Argument), ", ")}})
            {{Initializer()}};

            {{BrokenRule()}}
        }
        """);

    /// <summary>Whether a row of it can say which rule it breaks.</summary>
    public static bool HasRules(Emission emission, Creation creation) => Broken(emission, creation).Any();

    private Code BrokenRule() => Code.When(HasRules(_emission, _creation), () => Code.Of($"""
        /// <summary>The first rule that the row breaks. What takes more than its own values is left to the database.</summary>
        public Refusal? {BrokenRules.Method}() =>
            {Code.Join(Broken(_emission, _creation), "\n?? ")};
        """));

    private static IEnumerable<Code> Broken(Emission emission, Creation creation)
    {
        var entity = creation.Entity;
        var own = OwnRule.OfNew(emission, creation).Select(rule =>
            BrokenRules.Call(entity, rule, Code.Of($"Id"), field => Code.Of($"{Names.Property(entity.Name, field)}")));
        var lists = creation.Fields.Where(created => created.IsList && created.IsInBody).Select(created =>
            BrokenRules.OfOwned(emission, created.Field, Code.Of($"{Names.Property(entity.Name, created.Field)}")));
        return own.Concat(lists).Where(code => !code.IsEmpty);
    }

    // Behind parameters that stand below each other the braces stand one step further in.
    private Code Initializer()
    {
        var braces = Code.Of($$"""
            {
                Id = id,
                {{Code.Lines(_creation.Held.Except(Values).Select(field => Code.Of($"{PropertyOf(field)} = {Value(field)},")))}}
            }
            """);
        return Parameters().Text.StartsWith('\n') ? Code.Of($"    {braces}") : braces;
    }

    // A value that is always there has no empty form, so it comes with the construction.
    private IEnumerable<CreatedField> Values =>
        _creation.Known.Where(created => created.Field.Type is ValueType { IsNullable: false });

    private Code Constructor() => Values.Any()
        ? Code.Of($$"""
            private {{Name}}({{Code.Join(Values.Select(field => Code.Of($"{_types.Of(field.Field.Type)} {Names.Parameter(field.Field)}")), ", ")}})
            {
                {{Code.Lines(Values.Select(field => Code.Of($"{PropertyOf(field)} = {Argument(field)};")))}}
            }
            """)
        : Code.Of($$"""
            private {{Name}}()
            {
            }
            """);

    private static Code Argument(CreatedField field) => Code.Of($"{Names.Parameter(field.Field)}");

    private Code Property(CreatedField field) => Code.Of($$"""
        {{Doc.Summary(Documentation(field))}}
        public {{TypeOf(field)}} {{PropertyOf(field)}} { get; private init; }{{Empty(field)}}
        """);

    private static string Documentation(CreatedField created) => created switch
    {
        { Field.Documentation: { Length: > 0 } documentation } => documentation,
        { IsChange: true } => "What the request says of it; where that is nothing, the database works out the default.",
        { Field.Type: ScalarType { Scalar: Scalar.Password } } => "The password as it was sent; the database keeps its hash.",
        _ => "",
    };

    private Code Empty(CreatedField created) => created.Field.Type switch
    {
        _ when created.IsChange => Code.Empty,
        ListType => Code.Of($" = [];"),
        { IsNullable: false } when IsText(created.Field.Type) => Code.Of($""" = "";"""),
        _ => Code.Empty,
    };

    private bool IsText(ModelType type) => type is ScalarType && _types.Of(type).Text == "string";

    private Ident PropertyOf(CreatedField field) => Names.Property(Entity.Name, field.Field);

    private TypeRef TypeOf(CreatedField created) =>
        created.IsChange ? TypeRef.Generic("Change", TypeOf(ChangedType(created.Field))) : TypeOf(created.Field);

    // A text or a value with parts is null in a change without a word for it.
    private Field ChangedType(Field field) => field.Type is ValueType || IsText(field.Type.AsNullable(false))
        ? field with { Type = field.Type.AsNullable(false) }
        : field;

    private TypeRef TypeOf(Field field) => field.Relation switch
    {
        { Kind: RelationKind.Owned } relation => TypeRef.ListOf(TypeRef.Of(_types.Name(relation.Target))),
        { } => TypeRef.ListOf(CSharpTypes.Guid),
        null => _types.Of(field.Type),
    };

    private Code Parameters()
    {
        var required = _creation.Held.Where(field => field.IsInBody && !HasDefault(field))
            .Select(field => Code.Of($"{TypeOf(field.Field)} {Argument(field)}"));
        var optional = _creation.Held.Where(field => field.IsInBody && HasDefault(field)).Select(Optional);
        return ParameterList.Of([Code.Of($"Guid id"), .. required, .. Circumstances(), .. optional]);
    }

    /// <summary>The caller's argument may be left out.</summary>
    private static bool HasDefault(CreatedField field) => field.IsChange || field.Field switch
    {
        { Type: ListType } => true,
        { Default: { } value } => value is Literal,
        _ => field.Field.IsOptional,
    };

    private Code Optional(CreatedField field) => field.Field switch
    {
        _ when field.IsChange => Code.Of($"{TypeOf(field)} {Argument(field)} = default"),
        { Type: ListType } => Code.Of($"{TypeOf(field.Field)}? {Argument(field)} = null"),
        { Default: Literal value } when IsConstant(value) =>
            Code.Of($"{TypeOf(field.Field)} {Argument(field)} = {CSharpConstant.Of(_types, value)}"),
        { Default: Literal } => Code.Of($"{_types.Of(field.Field.Type.AsNullable(true))} {Argument(field)} = null"),
        _ => Code.Of($"{TypeOf(field.Field)} {Argument(field)} = null"),
    };

    // A default argument of C# has to be a constant of the language.
    private static bool IsConstant(Literal value) => value.Value is null or bool or long or decimal or string
        && value.Type is not ScalarType { Scalar: Scalar.Uuid };

    private IEnumerable<Code> Circumstances()
    {
        var defaults = _creation.Known.Where(field => field.Source == CreationSource.Default).ToList();
        if (defaults.Any(field => IsVariable(field, VariableKind.Now)))
        {
            yield return Code.Of($"DateTimeOffset now");
        }

        if (defaults.Any(field => IsVariable(field, VariableKind.Today)))
        {
            yield return Code.Of($"DateOnly today");
        }

        if (defaults.Where(field => IsVariable(field, VariableKind.Caller)).ToList() is { Count: > 0 } callers)
        {
            yield return Code.Of($"{CSharpTypes.Guid.Nullable(callers.All(field => field.Field.IsOptional))} callerId");
        }
    }

    private static bool IsVariable(CreatedField field, VariableKind kind) =>
        field.Field.Default is Variable variable && variable.Kind == kind;

    private Code Value(CreatedField field) => (field.Source, field.Field) switch
    {
        (CreationSource.Initial, { State: { } state }) =>
            Code.Of($"{_types.Of(field.Field.Type.AsNullable(false))}.{Ident.Of(state.Initial[0])}"),
        (CreationSource.Default, { Default: Literal value }) => CSharpConstant.Of(_types, value),
        (CreationSource.Default, { Default: Variable { Kind: VariableKind.Now } }) => Code.Of($"now"),
        (CreationSource.Default, { Default: Variable { Kind: VariableKind.Today } }) => Code.Of($"today"),
        (CreationSource.Default, { Default: Variable { Kind: VariableKind.Caller } }) => Code.Of($"callerId"),
        (_, { Type: ListType }) => Code.Of($"{Argument(field)} ?? []"),
        (_, { Default: Literal value }) when !IsConstant(value) =>
            Code.Of($"{Argument(field)} ?? {CSharpConstant.Of(_types, value)}"),
        _ => Argument(field),
    };
}
