using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds an api: its path, how callers prove who they are, and which entities it exposes.</summary>
internal static class ApiBinder
{
    public static Api Bind(Declared<ApiSyntax> declared)
    {
        var (node, site) = declared;
        var exposes = new List<Expose>();
        var seen = new Dictionary<(ElementName Entity, string Row), ExposeSyntax>();
        foreach (var expose in node.Exposes)
        {
            if (FindExposed(site, expose) is not { } entity)
            {
                continue;
            }

            var key = (entity.Name, RowNameOf(entity, expose));
            if (seen.TryAdd(key, expose))
            {
                exposes.Add(BindExpose(site, entity, expose));
            }
            else
            {
                site.Add(DuplicateMember.At(site.At(expose.Entity), key.Item2, site.At(seen[key].Entity)));
            }
        }

        return new Api(new ElementName(site.Module.Name, node.Name.Text), exposes.ToValueList(), site.OriginOf(node.Name))
        {
            Documentation = node.Documentation,
            Path = BindPath(site, node.Path),
            Version = BindVersion(site, node.Version),
            Runs = RunEndpointBinder.BindOfApi(site, node.Runs),
            HasTasks = node.Tasks is not null,
            Views = BindViews(site, node.Views).ToValueList(),
            RowVersion = node.Weakenings.Select(part => part.RowVersion).FirstOrDefault(use => use is not null)
                ?? RowVersionUse.Required,
            IgnoresUnknownMembers = node.Weakenings.Any(part => part.RowVersion is null),
            Origins = OriginBinder.Bind(site, node.Origins),
            Tokens = node.Tokens is { } tokens ? BindTokens(site, tokens) : TokenUse.Default,
            Errors = ErrorBinder.Bind(site, node),
            SignIn = node.SignIn is { } signIn ? SignInBinder.Bind(site, signIn) : null,
        };
    }

    private static IEnumerable<ViewEndpoint> BindViews(Site site, IEnumerable<ExposeViewSyntax> nodes)
    {
        var seen = new Dictionary<ElementName, ExposeViewSyntax>();
        foreach (var node in nodes)
        {
            if (Lookup.Find<ViewElement>(site, node.View, Wanted.View) is not { } view)
            {
                continue;
            }

            if (seen.TryAdd(view.Name, node))
            {
                yield return ViewReplyBinder.Bind(
                    site, view, node, new ViewEndpoint(view.Name, PathOf(site, view, node), site.OriginOf(node.View)));
            }
            else
            {
                site.Add(DuplicateMember.At(site.At(node.View), view.Name.Name, site.At(seen[view.Name].View)));
            }
        }
    }

    /// <summary>A view is about no row, so that its path has no keys, and it changes nothing.</summary>
    private static string PathOf(Site site, ViewElement view, ExposeViewSyntax node)
    {
        var address = node.At is { } written
            ? AddressBinder.BindReading(site.About(view.Name.Name), exposed: null, written, KeyedRows.None)
            : null;
        return address?.Path ?? "/" + Spelling.Kebab(view.Name.Name);
    }

    /// <summary>What is wrong in it is found in the whole model; a lifetime that is none counts as no time at all.</summary>
    private static TokenUse BindTokens(Site site, TokensSyntax node)
    {
        var header = node.Header?.Value ?? TokenUse.Default.Header;
        var scheme = node.Scheme?.Value ?? (node.Header is null ? TokenUse.Default.Scheme : "");
        TimeSpan? lifetime = node.Lifetime is not { } written ? null
            : BoundValue.Read(written) is { Kind: LiteralKind.Duration } value ? TimeSpan.FromMilliseconds((double)value.Number)
            : TimeSpan.Zero;
        return new TokenUse(header, scheme, lifetime, site.OriginOf(node));
    }

    private static string BindPath(Site site, TextSyntax? path)
    {
        if (path is null)
        {
            return "";
        }

        if (IsPath(path.Value))
        {
            return path.Value;
        }

        site.Add(ApiPath.At(site, path));
        return "";
    }

    /// <summary>`/api`, `/callbacks/paid`.</summary>
    public static bool IsPath(string text) =>
        text.StartsWith('/')
        && text.Length > 1
        && text[1..].Split('/').All(segment => segment.Length > 0 && segment.All(IsPathLetter));

    private static bool IsPathLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '~';

    public static int BindVersion(Site site, NumberSyntax? version)
    {
        const int most = 1000;
        if (version is null)
        {
            return 1;
        }

        if (version.Value is >= 1 and <= most && decimal.IsInteger(version.Value))
        {
            return (int)version.Value;
        }

        site.Add(ApiVersion.At(site.At(version), most));
        return 1;
    }

    private static EntityElement? FindExposed(Site site, ExposeSyntax node)
    {
        if (!IsOfCaller(node))
        {
            return Lookup.Find<EntityElement>(site, node.Entity, Wanted.Entity);
        }

        if (site.Names.Principal is null)
        {
            site.Add(NoPrincipal.At(site, node.Entity));
        }

        return site.Names.Principal;
    }

    private static bool IsOfCaller(ExposeSyntax node) => node.Entity is { Qualifier: null, Name.Text: "caller" };

    private static string RowNameOf(EntityElement entity, ExposeSyntax node) =>
        node.RowName?.Text ?? (IsOfCaller(node) ? "caller" : Spelling.Camel(entity.Name.Name));

    private static Expose BindExpose(Site site, EntityElement entity, ExposeSyntax node)
    {
        var about = site.About(entity.Name.Name);
        var rowName = RowNameOf(entity, node);
        var path = "/" + Spelling.Kebab(IsOfCaller(node) ? rowName : entity.Plural);
        var exposed = new ExposedRow(entity, rowName, path) { IsOfCaller = IsOfCaller(node) };
        var endpoints = new List<Endpoint>();
        var seen = new Dictionary<EndpointKind, EndpointSyntax>();
        foreach (var endpoint in node.Endpoints)
        {
            if (seen.TryAdd(endpoint.Kind, endpoint))
            {
                endpoints.Add(EndpointBinder.Bind(about, exposed, endpoint));
            }
            else
            {
                var name = endpoint.Kind.ToString().ToLowerInvariant();
                about.Add(DuplicateMember.At(site.At(endpoint.KindSpan), name, site.At(seen[endpoint.Kind].KindSpan)));
            }
        }

        return new Expose(
            entity.Name,
            path,
            endpoints.OrderBy(endpoint => endpoint.Kind).ToValueList(),
            site.OriginOf(node.Entity))
        {
            RowName = exposed.RowName,
            IsOfCaller = exposed.IsOfCaller,
            Runs = exposed.IsOfCaller ? NoRuns(about, node) : RunEndpointBinder.BindOfRow(
                about,
                exposed,
                endpoints.Find(endpoint => endpoint.Kind == EndpointKind.Read),
                node.Runs),
        };
    }

    /// <summary>An action knows its caller, and runs beside the rows.</summary>
    private static ValueList<RunEndpoint> NoRuns(Site site, ExposeSyntax node)
    {
        foreach (var run in node.Runs)
        {
            site.Add(CallerOperation.At(site.At(run.Action), $"run {run.Action.Name.Text}"));
        }

        return [];
    }
}
