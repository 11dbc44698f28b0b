using Ashlar.Emit.Text;

namespace Ashlar.Emit.Testing;

/// <summary>The call that sends a request with the method of its operation.</summary>
internal static class SendCode
{
    private static readonly Code FirstVersion = Code.Of($"\"\\\"1\\\"\"");

    /// <summary>`running.PostAsync("ann", Path, Good)`: without a version.</summary>
    public static Code Plain(Route route, Code actor, Code path, Code body) => route.Method == "POST"
        ? Code.Of($"running.PostAsync({actor}, {path}, {body})")
        : Any(route, actor, path, body, Code.Of($"null"));

    /// <summary>`running.PatchAsync("ann", Path, Good)`: of the first version of the row.</summary>
    public static Code Change(Route route, Code actor, Code path, Code body) => route.Method == "PATCH"
        ? Code.Of($"running.PatchAsync({actor}, {path}, {body})")
        : Any(route, actor, path, body, FirstVersion);

    /// <summary>The same of a version.</summary>
    public static Code Change(Route route, Code actor, Code path, Code body, Code version) => route.Method == "PATCH"
        ? Code.Of($"running.PatchAsync({actor}, {path}, {body}, ifMatch: {version})")
        : Any(route, actor, path, body, version);

    /// <summary>`running.DeleteAsync("ann", Path)`: of the first version of the row.</summary>
    public static Code Delete(Route route, Code actor, Code path) => route.Method == "DELETE"
        ? Code.Of($"running.DeleteAsync({actor}, {path})")
        : Any(route, actor, path, Code.Of($"null"), FirstVersion);

    /// <summary>The same of a version.</summary>
    public static Code Delete(Route route, Code actor, Code path, Code version) => route.Method == "DELETE"
        ? Code.Of($"running.DeleteAsync({actor}, {path}, ifMatch: {version})")
        : Any(route, actor, path, Code.Of($"null"), version);

    /// <summary>`running.SendAsync("ann", HttpMethod.Put, Path, Good, ifMatch: null)`.</summary>
    public static Code Any(Route route, Code actor, Code path, Code body, Code version) =>
        Code.Of($"running.SendAsync({actor}, {Method(route)}, {path}, {body}, ifMatch: {version})");

    /// <summary>`HttpMethod.Put`.</summary>
    public static Code Method(Route route) =>
        Code.Of($"HttpMethod.{Ident.Of(route.Method[..1] + route.Method[1..].ToLowerInvariant())}");
}
