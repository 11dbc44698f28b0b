using System.Collections.Frozen;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Text;

namespace Ashlar.Emit;

/// <summary>What the elements of a model are called in C#.</summary>
internal static class Names
{
    /// <summary>
    /// Types that generated code names without a namespace. A declaration of the model with such a name would hide it in
    /// its module, so its class gets the suffix `Row`.
    /// </summary>
    private static readonly FrozenSet<string> TakenTypes = Words("""
        Action Again Api Array AskPolicy BoolField Boolean Bounds Call CallAttempt CallFailure CallPolicy Callbacks Caller
        Cancellation CancellationToken Change Clock Constraints Consumer Convert DateField DateOnly DateTime DateTimeOffset DayOfWeek Decimal
        DecimalField DeclaredSettings Dictionary DurationField Effect EmailField Enum EnumField Enumerable Envelope Environment
        Every Exception Field File FileField FileReply FileView Filter FlowSchedule For Func Guid HmacSignature HttpContext IEvent
        IReadOnlyList IReply IShape IfMatch InstantField Int32 Int64 IntField JsonBody JsonElement JsonField JsonWriter Lazy List ListChange
        ListQuery ListStatement LongField MatchKey Math Missed Next Numbers Object OptionalIfMatch OutboundClient OutboundHttp
        OutboundReply OutboundRequest Outcome OutsideCall Page PasswordField Passwords Path Principal Query Random Refusal Regex
        Reply RoleMembers Roles RowVersion Rows Secret SecretField Session SettingsSection SignatureForm SignedInSessions Single
        SlotBoundary SlotException SlotFailure SlotOutcome Slots Sort Span Sql Statement StoredFile Stream String StringBuilder Succeeded
        System Task TextField TextForm Thread TimeField TimeOnly TimeProvider TimeSpan Times Turn Type UnitOfWork Upload Uri
        UrlField Utf8JsonWriter UuidField Value ValueKind ValueTask Version WebApplication Wire WireForm Workflow ZoneField
        """);

    /// <summary>Members that every entity, value or shape has already.</summary>
    private static readonly FrozenSet<string> TakenMembers = Words("""
        BrokenRule Columns CompleteAsync Create Deconstruct EqualityContract Equals Finalize FindAsync GetHashCode GetType Id
        MemberwiseClone PrintMembers Read ReferenceEquals Select ToString Version Write
        """);

    /// <summary>`unitPrice` is `UnitPrice`; a word of C# carries its `@`.</summary>
    public static Ident Member(string name) => Ident.Of(Spelling.Pascal(name));

    /// <summary>`UnitPrice` is `unitPrice`.</summary>
    public static Ident Local(string name) => Ident.Of(Spelling.Camel(name));

    /// <summary>
    /// The property of a field: a reference and a file are held by the id of their row, `author` by `AuthorId`. No property
    /// is called like its class or like a member of every class.
    /// </summary>
    public static Ident Property(ElementName owner, Field field) =>
        Property(owner, IsHeldById(field.Type) ? field.Name + "Id" : field.Name);

    /// <summary>The property for a key of a shape.</summary>
    public static Ident Property(ElementName owner, string name)
    {
        var property = Spelling.Pascal(name);
        var isTaken = TakenMembers.Contains(property) || string.Equals(property, Type(owner).Text, StringComparison.Ordinal);
        return Ident.Of(isTaken ? property + "Value" : property);
    }

    /// <summary>The parameter for a field: `authorId`.</summary>
    public static Ident Parameter(Field field) => IsHeldById(field.Type) ? Local(field.Name + "Id") : Local(field.Name);

    /// <summary>The class, record or enum of a declaration.</summary>
    public static Ident Type(ElementName name) => Ident.Of(TakenTypes.Contains(name.Name) ? name.Name + "Row" : name.Name);

    /// <summary>The enum of a state field: `status` of Order is an `OrderStatus`.</summary>
    public static Ident StateType(ElementName entity, string field) => Member(entity.Name + Spelling.Pascal(field));

    /// <summary>The namespace and project of a module: `Shop.Sales`.</summary>
    public static Ident Namespace(SystemModel system, string module) => Member(system.Name).Member(Member(module));

    /// <summary>Generated code names a type of this name without a namespace.</summary>
    public static bool IsTaken(string name) => TakenTypes.Contains(name);

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static bool IsHeldById(ModelType type) => type is ReferenceType or ScalarType { Scalar: Scalar.File };
}
