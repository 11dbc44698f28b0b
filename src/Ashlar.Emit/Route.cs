using Ashlar.Core.Model;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit;

/// <summary>A request that an API answers, with what it is about.</summary>
internal abstract record Route(Api Api, Expose Expose, Entity Entity)
{
    public abstract string Method { get; }

    /// <summary>The route, such as `/api/books/{id}`.</summary>
    public abstract string Path { get; }

    /// <summary>The name of its class, such as `CreateBook` or `ListBooks`, or `CreateBookForPartners` of a second API.</summary>
    public string Name => BaseName + (IsRepeated ? "For" + Api.Name.Name : "");

    /// <summary>An API before this one exposes the same entity.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The name of its class where one API alone exposes the entity.</summary>
    protected abstract string BaseName { get; }

    /// <summary>What the caller needs a grant for.</summary>
    public abstract Operation Needs { get; }

    /// <summary>Who may do it, with which rows.</summary>
    public abstract Gate Gate { get; }

    /// <summary>The rules of which one has to hold.</summary>
    public IEnumerable<AccessRule> Grants => Gate.Rules;
}
