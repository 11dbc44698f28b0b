using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>Where an operation is reached: a method, and a path below that of its API.</summary>
public sealed record Address(string Method, ValueList<PathSegment> Segments)
{
    /// <summary>The address of an operation that says nothing about it: `GET /books/{id}`.</summary>
    public static Address Of(EndpointKind kind, string collection) => kind switch
    {
        EndpointKind.List => new("GET", Literals(collection)),
        EndpointKind.Create => new("POST", Literals(collection)),
        EndpointKind.Update => new("PATCH", [.. Literals(collection), KeySegment.Id]),
        EndpointKind.Delete => new("DELETE", [.. Literals(collection), KeySegment.Id]),
        _ => new("GET", [.. Literals(collection), KeySegment.Id]),
    };

    /// <summary>The same where the row is that of the caller: `GET /me`.</summary>
    public static Address OfCaller(EndpointKind kind, string path) => Of(kind, path) with { Segments = Literals(path) };

    /// <summary>The segments of `/books/covers`.</summary>
    public static ValueList<PathSegment> Literals(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(PathSegment (text) => new LiteralSegment(text))
            .ToValueList();

    /// <summary>`/articles/{slug}/comments/{id}`.</summary>
    public string Path => string.Concat(Segments.Select(segment => "/" + segment));

    public IEnumerable<KeySegment> Keys => Segments.OfType<KeySegment>();

    /// <summary>The key of the row itself; null where the operation is about no row that is there.</summary>
    public KeySegment? Key => Keys.FirstOrDefault(key => key.Steps.IsEmpty);

    /// <summary>The keys of the rows that the row refers to, directly or through others.</summary>
    public IEnumerable<KeySegment> Parents => Keys.Where(key => !key.Steps.IsEmpty);
}

/// <summary>What stands between two slashes of a path.</summary>
public abstract record PathSegment;

/// <summary>A segment that is what it says, whatever the case of its letters.</summary>
public sealed record LiteralSegment(string Text) : PathSegment
{
    public override string ToString() => Text;
}

/// <summary>
/// `{comment.article.slug}`: a segment that is a field of the row, or of the row that the references lead to. The field is
/// `id`, or no two rows have the same.
/// </summary>
public sealed record KeySegment(string Name, ValueList<string> Steps, string Field) : PathSegment
{
    /// <summary>`{id}`.</summary>
    public static KeySegment Id { get; } = new("id", [], "id");

    public override string ToString() => $"{{{Name}}}";
}
