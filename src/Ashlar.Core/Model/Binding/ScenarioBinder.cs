using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// Binds scenarios against the model that everything else has been bound to. A part that does not check is left out; the
/// rows that it names are still known, so that one mistake is one finding.
/// </summary>
internal sealed class ScenarioBinder : IScenarioPartSyntaxVisitor<ScenarioPart?>
{
    private readonly Site _site;
    private readonly SystemModel _model;
    private readonly Refusals _refusals;
    private readonly ScenarioRows _rows;

    private ScenarioBinder(Site site, SystemModel model, Refusals refusals)
    {
        _site = site;
        _model = model;
        _refusals = refusals;
        _rows = new ScenarioRows(site);
    }

    public static ValueList<Scenario> Bind(Declarations names, SystemModel model)
    {
        if (names.Scenarios.Count == 0)
        {
            return [];
        }

        var refusals = new Refusals(model);
        return names
            .Scenarios.Select(declared => new ScenarioBinder(declared.Site, model, refusals).Bind(declared.Syntax))
            .OrderBy(scenario => scenario.Module, StringComparer.Ordinal)
            .ThenBy(scenario => scenario.Title, StringComparer.Ordinal)
            .ToValueList();
    }

    public ScenarioPart? Visit(GivenSyntax node)
    {
        var entity = Lookup.Find<EntityElement>(_site, node.Entity, Wanted.Entity);
        var roles = entity is null ? [] : SampleBinder.BindRoles(_site, node.Roles, entity);
        var values = entity is null || node.Values is null ? [] : BindValues(entity, node.Values);
        var row = _rows.Add(node.Name, entity, isGiven: true);
        return entity is null || row is null
            ? null
            : new GivenRow(row, entity.Name, roles, values, _site.OriginOf(node));
    }

    public ScenarioPart? Visit(AsSyntax node) => BindRequests(node);

    public ScenarioPart Visit(ThenSyntax node)
    {
        var condition = ExpressionBinder.BindCondition(_site, _rows.Scope, node.Condition);
        var text = OneLine.Of(_site.Source, node.Condition.Span);
        return new ThenHolds(Place.Outcome.Verify(_site, condition), text, _site.OriginOf(node));
    }

    public ScenarioPart? Visit(AfterSyntax node)
    {
        if (node.Duration is LiteralSyntax { Kind: LiteralKind.Duration, Value: TimeSpan length } && length > TimeSpan.Zero)
        {
            return new TimePasses(length, _site.OriginOf(node));
        }

        if (node.Duration is not MissingExpressionSyntax)
        {
            _site.Add(AfterForm.At(_site.At(node.Duration)));
        }

        return null;
    }

    public ScenarioPart Visit(TogetherSyntax node)
    {
        if (node.Attempts.Length < 2)
        {
            _site.Add(TogetherForm.Alone(_site.At(node)));
        }

        foreach (var attempt in node.Attempts)
        {
            CheckAttempt(attempt);
        }

        return new AtOnce(node.Attempts.Select(BindRequests).OfType<RequestsOf>().ToValueList(), _site.OriginOf(node));
    }

    public ScenarioPart? Visit(DoubleSyntax node) => DoubleBinder.Bind(_site, _rows.Scope, node);

    public ScenarioPart? Visit(ReceiveSyntax node)
    {
        var code = node.Fails is null ? null : _refusals.Find(_site, node.Fails);
        if (Lookup.Find<ActionElement>(_site, node.Action, Wanted.Action) is not { } action || node.Values is not { } inputs)
        {
            return null;
        }

        if (action.Syntax.Callbacks.IsEmpty)
        {
            _site.Add(ReceiveForm.NotCalled(_site.At(node.Action), action));
            return null;
        }

        var members = new RequestValues(_site, _model, _rows, isWhole: node.Fails is null);
        var values = members.BindInputs(inputs, action);
        members.ReportMissing(_site.At(node.Action), inputs, action, rowInput: null);
        return new CallbackReceived(action.Name, values, code, _site.OriginOf(node));
    }

    private Scenario Bind(ScenarioSyntax node)
    {
        if (node.Title is { } title && string.IsNullOrWhiteSpace(title.Value))
        {
            _site.Add(EmptyScenario.Untitled(_site.At(title)));
        }

        if (!node.Parts.Any(DoesSomething))
        {
            _site.Add(EmptyScenario.At(_site.At(node.Name)));
        }

        var parts = node.Parts.Select(part => part.Accept(this)).OfType<ScenarioPart>().ToValueList();
        return new Scenario(node.Title?.Value ?? "", parts, _site.OriginOf(node.Name))
        {
            Documentation = node.Documentation,
            Module = _site.Module.Name,
        };
    }

    private static bool DoesSomething(ScenarioPartSyntax part) =>
        part is ThenSyntax or TogetherSyntax or ReceiveSyntax or AsSyntax { Requests.IsEmpty: false };

    private ValueList<SampleValue> BindValues(EntityElement entity, ObjectSyntax node)
    {
        var values = new SampleValues(
            _site, _rows.Scope, Place.Given, isWhole: false, (name, target) => _rows.FindOf(name, target)?.Name ?? "");
        return values.Bind(entity, node);
    }

    private RequestsOf? BindRequests(AsSyntax node)
    {
        var actor = BindActor(node.Actor);
        var binder = new RequestBinder(_site, _model, _refusals, _rows, node.Through);
        var requests = node.Requests.Select(binder.Bind).OfType<ScenarioRequest>().ToValueList();
        return actor is null ? null : new RequestsOf(actor, requests, _site.OriginOf(node));
    }

    private Actor? BindActor(NameSyntax name)
    {
        if (name.Text is ScenarioRows.Nobody)
        {
            return new Actor(ActorKind.Nobody, "");
        }

        if (name.Text is ScenarioRows.Stranger)
        {
            return IsSignedInTo(name) ? new Actor(ActorKind.Stranger, "") : null;
        }

        if (_rows.Find(name, ScenarioRows.Stranger, ScenarioRows.Nobody) is not { Entity: { } entity } row)
        {
            return null;
        }

        if (entity.Syntax.IsPrincipal && row.IsGiven)
        {
            return new Actor(ActorKind.Account, name.Text);
        }

        _site.Add(
            entity.Syntax.IsPrincipal
                ? NotAnActor.Created(_site.At(name), name.Text, entity.Name.Name)
                : NotAnActor.OfOther(_site.At(name), name.Text, entity.Name.Name, _site.Names.Principal?.Name.Name));
        return null;
    }

    private bool IsSignedInTo(NameSyntax name)
    {
        if (_site.Names.Principal is not null)
        {
            return true;
        }

        _site.Add(NoPrincipal.At(_site, name));
        return false;
    }

    /// <summary>One request, of which nobody says how it ends.</summary>
    private void CheckAttempt(AsSyntax node)
    {
        if (node.Requests.Length != 1)
        {
            _site.Add(TogetherForm.Requests(_site.At(node.Actor), node.Actor.Text));
        }

        foreach (var task in node.Requests.Where(request => request.Kind == RequestKind.Complete))
        {
            _site.Add(TogetherForm.Task(_site.At(task.Target)));
        }

        foreach (var outcome in node.Requests.SelectMany(request => new[] { request.As, request.Fails }).OfType<NameSyntax>())
        {
            _site.Add(TogetherForm.Outcome(_site.At(outcome)));
        }
    }
}
