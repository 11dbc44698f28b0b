using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>What the outside can reach.</summary>
public sealed record Api(ElementName Name, ValueList<Expose> Exposes, Origin Origin)
{
    public string Documentation { get; init; } = "";

    /// <summary>The path before every route, such as `/api`; without a slash at the end, empty for none.</summary>
    public string Path { get; init; } = "";

    public int Version { get; init; } = 1;

    public SignIn? SignIn { get; init; }

    /// <summary>`row version optional`: whether a change names the version that it is meant for.</summary>
    public RowVersionUse RowVersion { get; init; }

    /// <summary>`unknown members ignored`: what nobody asked for in a body is no reason to refuse it.</summary>
    public bool IgnoresUnknownMembers { get; init; }

    /// <summary>`https://shop.example`: the sites whose pages may call; no page of another site can read an answer.</summary>
    public ValueList<string> Origins { get; init; } = [];

    /// <summary>How requests carry the token of their caller.</summary>
    public TokenUse Tokens { get; init; } = TokenUse.Default;

    /// <summary>What it answers where it refuses something.</summary>
    public ErrorUse Errors { get; init; } = ErrorUse.Default;

    /// <summary>Actions about no row that is exposed.</summary>
    public ValueList<RunEndpoint> Runs { get; init; } = [];

    public ValueList<ViewEndpoint> Views { get; init; } = [];

    /// <summary>Where the API offers an operation on any row of an entity.</summary>
    public Expose? ExposeOf(ElementName entity, EndpointKind kind) => Exposes.FirstOrDefault(expose =>
        expose.Entity == entity && !expose.IsOfCaller && expose.Endpoint(kind) is not null);

    /// <summary>The people of a role find its tasks here.</summary>
    public bool HasTasks { get; init; }

    /// <summary>Every action that the API offers, on a row or on none.</summary>
    public IEnumerable<RunEndpoint> Offers() => Exposes.SelectMany(expose => expose.Runs).Concat(Runs);
}

/// <summary>
/// The header of a token and the word before it, which may be empty; the lifetime of a session is null for what settings say.
/// </summary>
public sealed record TokenUse(string Header, string Scheme, TimeSpan? Lifetime, Origin Origin)
{
    /// <summary>`Authorization: Bearer …`.</summary>
    public static TokenUse Default { get; } = new("Authorization", "Bearer", null, default);

    public bool IsDefault => this with { Origin = default } == Default;
}

/// <summary>
/// How callers prove who they are. Issuer, authority, audience and match are for tokens of an OpenID Connect issuer.
/// </summary>
public sealed record SignIn(SignInKind Kind, Origin Origin)
{
    public string Issuer { get; init; } = "";

    public string Authority { get; init; } = "";

    public string Audience { get; init; } = "";

    public string Match { get; init; } = "";
}

/// <summary>The operations of one entity in an API. <see cref="Path"/> is relative to the API's, such as `/books`.</summary>
public sealed record Expose(ElementName Entity, string Path, ValueList<Endpoint> Endpoints, Origin Origin)
{
    /// <summary>Actions about the row of the path.</summary>
    public ValueList<RunEndpoint> Runs { get; init; } = [];

    /// <summary>The row is always that of the caller, whom no path names.</summary>
    public bool IsOfCaller { get; init; }

    /// <summary>What the row is called in paths, filters and replies.</summary>
    public string RowName { get; init; } = Spelling.Camel(Entity.Name);

    public Endpoint? Endpoint(EndpointKind kind) => Endpoints.FirstOrDefault(endpoint => endpoint.Kind == kind);
}

/// <summary>
/// An action that an API offers, at `POST /orders/{id}/place-order`, `POST /close-day` or an address that it says.
/// </summary>
public sealed record RunEndpoint(ElementName Action, Address Address, Origin Origin)
{
    /// <summary>The members of its request; null where they are the inputs.</summary>
    public WireBody? Body { get; init; }

    public ReplyForm Form { get; init; } = ReplyForm.Default;

    /// <summary>The input that the `id` of the path names; null where the path has none.</summary>
    public string? RowInput { get; init; }

    /// <summary>The shape of the reply's row; null means all fields that the caller may read.</summary>
    public ElementName? Reply { get; init; }

    /// <summary>
    /// The row that the reply shows: an input, or a name that a statement of the action's own body gives. Null for a reply
    /// without a body.
    /// </summary>
    public string? ReplySource { get; init; }
}

/// <summary>A view that an API answers. <see cref="Path"/> is relative to the API's, such as `/best-sellers`.</summary>
public sealed record ViewEndpoint(ElementName View, string Path, Origin Origin)
{
    public ReplyForm Form { get; init; } = ReplyForm.Default;

    /// <summary>The column that is all that is shown of a row; empty for all of them.</summary>
    public string Column { get; init; } = "";

    /// <summary>The way to the rows in the reply.</summary>
    public ValueList<string> PathOfRows => Form.Envelope?.PathOfRows ?? ["items"];

    public Address Address => new("GET", Address.Literals(Path));
}

/// <summary>One operation, in the order list, read, create, update, delete.</summary>
public sealed record Endpoint(EndpointKind Kind, Address Address, Origin Origin)
{
    /// <summary>The members of its request; null where they are the fields.</summary>
    public WireBody? Body { get; init; }

    public ReplyForm Form { get; init; } = ReplyForm.Default;

    /// <summary>The shape of the reply's row; null means all fields that the caller may read.</summary>
    public ElementName? Reply { get; init; }

    /// <summary>References and collections embedded in a reply without a shape.</summary>
    public ValueList<string> Includes { get; init; } = [];

    /// <summary>Owned lists written with their owner.</summary>
    public ValueList<string> With { get; init; } = [];

    /// <summary>Of a list: fewer rows than the caller may read.</summary>
    public Narrowing? Only { get; init; }

    public ValueList<FieldFilter> Filters { get; init; } = [];

    public ValueList<NamedFilter> NamedFilters { get; init; } = [];

    public ValueList<SortChoice> Sorts { get; init; } = [];

    /// <summary>The order of a request that asks for none; null for the order of creation.</summary>
    public SortChoice? Order { get; init; }

    public bool IsOrderDescending { get; init; }

    /// <summary>Every field that a list is sorted by.</summary>
    public IEnumerable<SortChoice> Orders =>
        Order is null || Sorts.Any(sort => sort.Field == Order.Field) ? Sorts : Sorts.Add(Order);

    public bool HasSearch { get; init; }

    /// <summary>Pages are numbers of rows to pass over, and have a total: they shift when rows come or go.</summary>
    public bool IsByOffset { get; init; }

    /// <summary>Somebody asks how many rows there are.</summary>
    public bool HasTotal => IsByOffset || Form.Envelope?.Values.Any(value => value.Value is ReplyTotal) == true;

    public int PageSize { get; init; } = 20;

    public int PageMax { get; init; } = 100;
}

/// <summary>`only to signed in where caller in article.author.readers`, with the row as `this`.</summary>
public sealed record Narrowing(bool IsToSignedIn, Expression? Where, Origin Origin);

/// <summary>`?format=Paperback`: equality with a field.</summary>
public sealed record FieldFilter(string Field, Origin Origin);

/// <summary>`filter tag: TagName { tag in this.tags }`: <see cref="Parameter"/> is a variable of the condition.</summary>
public sealed record NamedFilter(Field Parameter, Expression Condition, Origin Origin);

/// <summary>`?sort=price` or `?sort=-price`.</summary>
public sealed record SortChoice(string Field, Origin Origin);
