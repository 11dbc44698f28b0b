using Ashlar.Core.Model;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit;

/// <summary>A request that an API answers.</summary>
internal abstract record Route(Api Api)
{
    /// <summary>The module whose code answers.</summary>
    public abstract string Module { get; }

    /// <summary>The declaration that the code comes from: `("entity", Catalog.Book)`.</summary>
    public abstract (string Kind, ElementName Element) Source { get; }

    /// <summary>The part of the model that answers, as logs name it: `Catalog.Book create`.</summary>
    public abstract string Element { get; }

    /// <summary>Where it is reached, below the path of the API.</summary>
    public abstract Address Address { get; }

    /// <summary>What it is about, in words of the API: the row of the path, or itself.</summary>
    public abstract string Subject { get; }

    public string Method => Address.Method;

    /// <summary>The route, such as `/api/books/{id}`.</summary>
    public string Path => Api.Path + Address.Path;

    /// <summary>The name of its class, such as `CreateBook` or `ListBooks`, or `CreateBookForPartners` of a second API.</summary>
    public string Name => BaseName + (IsRepeated ? "For" + Api.Name.Name : "") + Distinction;

    /// <summary>What tells it apart from others that would have its name.</summary>
    public string Distinction { get; init; } = "";

    /// <summary>Words that may tell it apart, the best first.</summary>
    public virtual IEnumerable<string> Distinctions => IsRepeated ? [] : ["For" + Api.Name.Name];

    /// <summary>An API before this one offers the same.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The name of its class where one API alone offers it.</summary>
    protected abstract string BaseName { get; }

    /// <summary>Who may do it, with which rows.</summary>
    public abstract Gate Gate { get; }

    /// <summary>The rules of which one has to hold.</summary>
    public IEnumerable<AccessRule> Grants => Gate.Rules;
}
