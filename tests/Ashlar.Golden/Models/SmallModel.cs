using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Golden.Models;

/// <summary>A model made by hand: what an emitter needs to be tried without the front half.</summary>
internal static class SmallModel
{
    private static readonly ElementName Account = new("People", "Account");
    private static readonly ElementName Note = new("Notes", "Note");
    private static readonly ElementName Mood = new("Notes", "Mood");

    public static SystemModel Build() => new("Diary")
    {
        Title = "A diary | with *signs*",
        Modules = [new("Notes", ["People"], default), new("People", [], default)],
        Roles = [new("Editor", ["Editor"], default) { Documentation = "Reads everything." }],
        Enums = [new(Mood, [new("Good", "", default), new("Bad", "Not so good.", default)], default)],
        Entities = [NoteEntity(), AccountEntity()],
        Apis = [new(new("Notes", "Web"), [NoteRoutes()], default) { Path = "/api", SignIn = new(SignInKind.Password, default) }],
    };

    private static Entity NoteEntity() => new(
        Note,
        [
            Text("title", 80) with { Documentation = "What it is about." },
            new("body", Nullable(Scalar.Text), new() { MaxLength = 4000, IsBlankNull = true }, default),
            new("stars", new ScalarType(Scalar.Int), new() { Min = 1, Max = 5 }, default),
            new("price", new DecimalType(10, 2), new() { Min = 0 }, default),
            new("mood", new EnumType(Mood), Constraints.None, default)
            {
                Default = new Literal(new EnumType(Mood), "Good"),
            },
            new("photo", Nullable(Scalar.File), PhotoLimits, default),
            new("writer", new ReferenceType(Account), Constraints.None, default) { OnDelete = DeleteRule.Cascade },
            new("tags", new ListType(new ScalarType(Scalar.Text)), new() { MaxLength = 30, MaxItems = 5 }, default),
        ],
        default)
    {
        Plural = "Notes",
        Documentation = "Something that somebody wrote down.",
        Access = Everything(
            new Audience(AudienceKind.SignedIn, []), "title", "body", "stars", "price", "mood", "photo", "writer", "tags"),
    };

    private static Entity AccountEntity() => new(
        Account,
        [
            new("email", new ScalarType(Scalar.Email), new() { MaxLength = 254 }, default) { IsUnique = true },
            new("password", new ScalarType(Scalar.Password), new() { MinLength = 12, MaxLength = 128 }, default),
        ],
        default)
    {
        Plural = "Accounts",
        IsPrincipal = true,
        Access = Everything(new Audience(AudienceKind.Anyone, []), "email", "password"),
    };

    private static Expose NoteRoutes() => new(
        Note,
        "/notes",
        [
            new(EndpointKind.List, Address.Of(EndpointKind.List, "/notes"), default)
            {
                Filters = [new("mood", default)],
                Sorts = [new("title", default)],
                HasSearch = true,
            },
            new(EndpointKind.Read, Address.Of(EndpointKind.Read, "/notes"), default),
            new(EndpointKind.Create, Address.Of(EndpointKind.Create, "/notes"), default),
            new(EndpointKind.Update, Address.Of(EndpointKind.Update, "/notes"), default),
            new(EndpointKind.Delete, Address.Of(EndpointKind.Delete, "/notes"), default),
        ],
        default);

    private static Field Text(string name, int most) =>
        new(name, new ScalarType(Scalar.Text), new() { MaxLength = most, IsNotBlank = true }, default);

    private static Constraints PhotoLimits => new() { MaxBytes = 2_000_000, MediaTypes = ["image/png", "text/plain"] };

    private static ScalarType Nullable(Scalar scalar) => new ScalarType(scalar) { IsNullable = true };

    private static Access Everything(Audience audience, params ReadOnlySpan<string> fields) => new(
        AccessKind.Rules,
        [
            new(
                [Operation.Read, Operation.Create, Operation.Update, Operation.Delete],
                audience, ValueList.Create(fields), null, default),
        ],
        [],
        default);
}
