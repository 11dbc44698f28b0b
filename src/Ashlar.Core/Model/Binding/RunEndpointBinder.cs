using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds the actions that an api offers: where they are reached, which row they are about, what they reply.</summary>
internal sealed class RunEndpointBinder
{
    private readonly Site _site;
    private readonly ActionElement _action;
    private readonly RunEndpointSyntax _node;

    private RunEndpointBinder(Site site, ActionElement action, RunEndpointSyntax node)
    {
        _site = site.About(action.Name.Name);
        _action = action;
        _node = node;
    }

    /// <summary>Actions about no row that is exposed.</summary>
    public static ValueList<RunEndpoint> BindOfApi(Site site, IEnumerable<RunEndpointSyntax> nodes) =>
        Distinct(site, nodes).Select(binder => binder.BindAlone()).ToValueList();

    /// <summary>Actions about the row of the path; what `read` replies is what they reply unless they say so.</summary>
    public static ValueList<RunEndpoint> BindOfRow(
        Site site, ExposedRow exposed, Endpoint? read, IEnumerable<RunEndpointSyntax> nodes) =>
        Distinct(site, nodes).Select(binder => binder.BindOfRow(exposed, read)).OfType<RunEndpoint>().ToValueList();

    private static IEnumerable<RunEndpointBinder> Distinct(Site site, IEnumerable<RunEndpointSyntax> nodes)
    {
        var seen = new Dictionary<ElementName, RunEndpointSyntax>();
        foreach (var node in nodes)
        {
            if (Lookup.Find<ActionElement>(site, node.Action, Wanted.Action) is not { } action)
            {
                continue;
            }

            if (!seen.TryAdd(action.Name, node))
            {
                site.Add(DuplicateMember.At(site.At(node.Action), action.Name.Name, site.At(seen[action.Name].Action)));
                continue;
            }

            var binder = new RunEndpointBinder(site, action, node);
            if (binder.IsOffered())
            {
                yield return binder;
            }
        }
    }

    private bool IsOffered()
    {
        var at = _site.At(_node.Action);
        if (_action.IsStarted)
        {
            _site.Add(NotRunnable.Started(at, _action));
            return false;
        }

        if (_action.Bound?.Access.Kind == AccessKind.Internal)
        {
            _site.Add(NotRunnable.Internal(at, _action));
            return false;
        }

        return true;
    }

    private RunEndpoint BindAlone() => BindReply(Create(BindAddress(null, [new LiteralSegment(PathOfAction)])));

    private RunEndpoint? BindOfRow(ExposedRow exposed, Endpoint? read)
    {
        var entity = exposed.Entity;
        var rows = _action.Inputs.Slots.Where(slot => slot.Field.Type == entity.Type).ToList();
        if (rows is not [var row])
        {
            // An input whose type is not known may be the row.
            if (!_action.Inputs.Slots.Any(slot => slot.Field.Type is UnknownType))
            {
                _site.Add(RunRow.At(_site.At(_node.Action), _action, entity, rows));
            }

            return null;
        }

        var name = row.Field.Name;
        var isGone = _action.Bound is { } bound && GoneRows.Of(bound, BoundOf).Contains(name);
        var address = BindAddress(
            exposed, [.. Address.Literals(exposed.Path), KeySegment.Id, new LiteralSegment(PathOfAction)]);
        var endpoint = Create(address) with
        {
            RowInput = name,
            ReplySource = isGone ? null : name,
            Reply = isGone ? null : read?.Reply,
            Form = isGone || read is null ? ReplyForm.Default : new ReplyForm { Envelope = read.Form.Envelope },
        };
        return BindReply(endpoint);
    }

    private Address BindAddress(ExposedRow? exposed, ValueList<PathSegment> otherwise)
    {
        var usual = new Address("POST", otherwise);
        return _node.At is { } at
            ? AddressBinder.BindWriting(_site, exposed, at, exposed is null ? KeyedRows.None : KeyedRows.Row) ?? usual
            : usual;
    }

    private ActionDefinition? BoundOf(ElementName name) => _site.Names.Find<ActionElement>(name)?.Bound;

    private string PathOfAction => Spelling.Kebab(_action.Name.Name);

    private RunEndpoint Create(Address address) => new(_action.Name, address, _site.OriginOf(_node.Action))
    {
        Body = _node.Body is { } body ? WireBinder.BindBody(_site, _action.Inputs, body) : null,
    };

    private RunEndpoint BindReply(RunEndpoint endpoint)
    {
        if (_node.Reply is not { } reply)
        {
            return endpoint;
        }

        var binder = new ReplyBinder(_site, reply, _action.Name.Name) { HasRow = true };
        endpoint = endpoint with { Form = binder.Form };
        if (binder.Row is { } row)
        {
            return BindRow(endpoint, row);
        }

        return binder.Form.HasNoBody ? endpoint with { Reply = null, ReplySource = null } : endpoint;
    }

    private RunEndpoint BindRow(RunEndpoint endpoint, ReplyRowSyntax written)
    {
        if (Lookup.Find<ShapeElement>(_site, written.Shape, Wanted.Shape) is not { } shape)
        {
            return endpoint;
        }

        if (written.Source is not { IsMissing: false } source)
        {
            if (endpoint.ReplySource is null)
            {
                _site.Add(ReplySource.Missing(_site.At(written.Shape), [.. RowsToReply().Keys]));
            }

            return endpoint with { Reply = shape.Name };
        }

        var rows = RowsToReply();
        if (!rows.TryGetValue(source.Text, out var type))
        {
            _site.Add(ReplySource.NoRow(_site.At(source), source.Text, [.. rows.Keys]));
            return endpoint;
        }

        if (shape.Entity is { } entity && type is ReferenceType row && row.Entity != entity.Name)
        {
            _site.Add(ShapeOfOther.At(_site.At(written.Shape), shape.Name.Name, entity.Name.Name, row.Entity.Name));
        }

        return endpoint with { Reply = shape.Name, ReplySource = source.Text };
    }

    /// <summary>Rows that are surely there when the action is done; a name without a known type may be one.</summary>
    private Dictionary<string, ModelType> RowsToReply()
    {
        var inputs = _action.Inputs.Slots.Select(slot => (slot.Field.Name, slot.Field.Type));
        var given = (_action.Bound?.Body ?? []).Select(VariableOf).OfType<Variable>();
        return inputs
            .Concat(given.Select(variable => (variable.Name, variable.Type)))
            .Where(pair => pair.Type is ReferenceType { IsNullable: false } or UnknownType)
            .ToDictionary(pair => pair.Name, pair => pair.Type, StringComparer.Ordinal);
    }

    private static Variable? VariableOf(Statement step) =>
        step switch
        {
            CreateStatement made => made.Result,
            LetStatement named => named.Variable,
            AuthenticateStatement authenticate => authenticate.Result,
            _ => null,
        };
}
