using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds one operation of an exposed entity: filters, sorts, paging, what is embedded and what is replied.</summary>
internal sealed class EndpointBinder
{
    private const int MostRows = 1000;

    private readonly Site _site;
    private readonly EntityElement _entity;
    private readonly ExposedRow _exposed;
    private readonly EndpointSyntax _node;
    private readonly string _word;

    private EndpointBinder(Site site, ExposedRow exposed, EndpointSyntax node)
    {
        _exposed = exposed;
        _word = node.Kind.ToString().ToLowerInvariant();
        _site = site.About(_word);
        _entity = exposed.Entity;
        _node = node;
    }

    public static Endpoint Bind(Site site, ExposedRow exposed, EndpointSyntax node) =>
        new EndpointBinder(site, exposed, node).Bind();

    private Endpoint Bind()
    {
        ReportMisplaced();
        var (size, max) = BindPage();
        var (shape, form) = BindReply();
        return new Endpoint(_node.Kind, BindAddress(), new Origin(_site.Source, _node.KindSpan))
        {
            Body = _node.Body is { } body ? WireBinder.BindBody(_site, _entity.Fields, body) : null,
            Form = form,
            Reply = shape,
            Includes = Distinct(_node.Includes).Where(IsEmbeddable).Select(name => name.Text).ToValueList(),
            With = Distinct(_node.With).Where(IsOwnedList).Select(name => name.Text).ToValueList(),
            Only = _node.Only is { } only ? BindOnly(only) : null,
            Filters = Distinct(_node.Filters)
                .Where(CanFilter)
                .Select(name => new FieldFilter(name.Text, _site.OriginOf(name)))
                .ToValueList(),
            NamedFilters = _node.NamedFilters.Where(filter => !filter.Name.IsMissing).Select(BindFilter).ToValueList(),
            Sorts = Distinct(_node.Sorts)
                .Where(CanSort)
                .Select(name => new SortChoice(name.Text, _site.OriginOf(name)))
                .ToValueList(),
            Order = _node.Order is { IsMissing: false } order && CanSort(order)
                ? new SortChoice(order.Text, _site.OriginOf(order))
                : null,
            IsOrderDescending = _node.IsOrderDescending,
            HasSearch = BindSearch(),
            IsByOffset = _node.ByOffset is not null,
            PageSize = size,
            PageMax = max,
        };
    }

    private void ReportMisplaced()
    {
        var isList = _node.Kind == EndpointKind.List;
        var isRead = isList || _node.Kind == EndpointKind.Read;
        var isWrite = _node.Kind is EndpointKind.Create or EndpointKind.Update;
        if (_exposed.IsOfCaller && _node.Kind is EndpointKind.List or EndpointKind.Create)
        {
            _site.Add(CallerOperation.At(_site.At(_node.KindSpan), _word));
        }

        Report("only", _node.Only, isList);
        Report("filter", _node.Filters.FirstOrDefault() ?? _node.NamedFilters.FirstOrDefault() as SyntaxNode, isList);
        Report("sort", _node.Sorts.FirstOrDefault() ?? _node.Order, isList);
        Report("page", _node.Page ?? _node.PageMax, isList);
        Report("include", _node.Includes.FirstOrDefault(), isRead);
        Report("with", _node.With.FirstOrDefault(), isWrite);
        Report("body", _node.Body, isWrite);
        if (_node.ByOffset is { } offset && !isList)
        {
            _site.Add(EndpointOption.At(_site.At(offset), "page", _word));
        }

        if (_node.Search is { } search && !isList)
        {
            _site.Add(EndpointOption.At(_site.At(search), "search", _word));
        }
    }

    private void Report(string option, SyntaxNode? at, bool applies)
    {
        if (at is not null && !applies)
        {
            _site.Add(EndpointOption.At(_site.At(at), option, _word));
        }
    }

    private (int Size, int Max) BindPage()
    {
        var max = RowsOf(_node.PageMax) ?? Math.Max(100, RowsOf(_node.Page) ?? 0);
        var size = RowsOf(_node.Page) ?? Math.Min(20, max);
        if (size > max && _node.Page is { } page)
        {
            _site.Add(PageSize.AboveMax(_site.At(page), size, max));
        }

        return (size, max);
    }

    private int? RowsOf(NumberSyntax? number)
    {
        if (number is null || (number.Value is >= 1 and <= MostRows && decimal.IsInteger(number.Value)))
        {
            return (int?)number?.Value;
        }

        _site.Add(PageSize.At(_site.At(number), MostRows));
        return null;
    }

    private Address BindAddress()
    {
        var kinds = _node.Kind is EndpointKind.List or EndpointKind.Create ? KeyedRows.Parents : KeyedRows.Row;
        if (_exposed.IsOfCaller)
        {
            return BindCallerAddress();
        }

        var usual = Address.Of(_node.Kind, _exposed.Path);
        if (_node.At is not { } at)
        {
            return usual;
        }

        var bound = _node.Kind is EndpointKind.List or EndpointKind.Read
            ? AddressBinder.BindReading(_site, _exposed, at, kinds)
            : AddressBinder.BindWriting(_site, _exposed, at, kinds);
        return bound ?? usual;
    }

    /// <summary>Whom the token names, no path does.</summary>
    private Address BindCallerAddress()
    {
        var usual = Address.OfCaller(_node.Kind, _exposed.Path);
        return _node.At is not { } at ? usual
            : (_node.Kind == EndpointKind.Read
                ? AddressBinder.BindReading(_site, exposed: null, at, KeyedRows.None)
                : AddressBinder.BindWriting(_site, exposed: null, at, KeyedRows.None)) ?? usual;
    }

    private Narrowing BindOnly(OnlySyntax node)
    {
        var scope = Scope.Of(_entity) with { RowName = _exposed.RowName };
        scope = scope.Knowing(node.IsToSignedIn ? Facts.SignedIn : Facts.None);
        var where = node.Where is { } condition
            ? Place.Anywhere.Verify(_site, ExpressionBinder.BindCondition(_site, scope, condition))
            : null;
        return new Narrowing(node.IsToSignedIn, where, _site.OriginOf(node));
    }

    private (ElementName? Shape, ReplyForm Form) BindReply()
    {
        if (_node.Reply is not { } reply)
        {
            return (null, ReplyForm.Default);
        }

        var binder = new ReplyBinder(_site, reply, _word)
        {
            IsList = _node.Kind == EndpointKind.List,
            IsByOffset = _node.ByOffset is not null,
            HasRow = _node.Kind != EndpointKind.Delete,
        };
        return (binder.Row is { } row ? BindShape(row) : null, binder.Form);
    }

    private ElementName? BindShape(ReplyRowSyntax row)
    {
        if (Lookup.Find<ShapeElement>(_site, row.Shape, Wanted.Shape) is not { } shape)
        {
            return null;
        }

        if (shape.Entity is { } entity && entity != _entity)
        {
            _site.Add(ShapeOfOther.At(_site.At(row.Shape), shape.Name.Name, entity.Name.Name, _entity.Name.Name));
        }

        var expected = _node.Kind == EndpointKind.List ? "rows" : _exposed.RowName;
        if (row.Source is { IsMissing: false } source && source.Text != expected)
        {
            _site.Add(ReplySource.At(_site.At(source), source.Text, expected));
        }

        return shape.Name;
    }

    private bool BindSearch()
    {
        if (_node.Search is not { } search)
        {
            return false;
        }

        if (!_entity.Syntax.Members.Any(member => member is SearchSyntax))
        {
            _site.Add(SearchNotDeclared.At(_site.At(search), _entity));
        }

        return true;
    }

    private NamedFilter BindFilter(NamedFilterSyntax node)
    {
        var site = _site.About(node.Name.Text);
        var input = new FieldSyntax(node.Name, node.Type, [], node.Span);
        var parameter = FieldBinder.BindInput(site, input).Field;
        var scope = Scope.Of(_entity) with { RowName = _exposed.RowName };
        scope = scope.With(FunctionBinder.InputOf(parameter));
        var condition = Place.Anywhere.Verify(site, ExpressionBinder.BindCondition(site, scope, node.Condition));
        return new NamedFilter(parameter, condition, _site.OriginOf(node.Name));
    }

    private bool IsEmbeddable(NameSyntax name) =>
        FieldNames.Find(_site, _entity, name) is { } slot
        && (
            slot.Target is not null
            || slot.Field.Type is UnknownType
            || Report(NotEmbeddable.At(_site.At(name), name.Text, slot.Field.Type)));

    private bool IsOwnedList(NameSyntax name) =>
        FieldNames.Find(_site, _entity, name) is { } slot
        && (slot.Field.Relation?.Kind == RelationKind.Owned || Report(NotOwned.At(_site.At(name), name.Text)));

    private bool CanFilter(NameSyntax name)
    {
        if (FieldNames.Find(_site, _entity, name) is not { } slot)
        {
            return false;
        }

        var type = slot.Field.Type;
        var canBeCompared =
            type is not (ListType or Types.ValueType or ScalarType { Scalar: Scalar.Json or Scalar.File or Scalar.Password });
        return canBeCompared || Report(CannotFilter.At(_site.At(name), name.Text, type));
    }

    private bool CanSort(NameSyntax name) =>
        FieldNames.Find(_site, _entity, name) is { } slot
        && (TypeRules.HasOrder(slot.Field.Type) || Report(CannotSort.At(_site.At(name), name.Text, slot.Field.Type)));

    private bool Report(Diagnostics.Diagnostic found)
    {
        _site.Add(found);
        return false;
    }

    private IEnumerable<NameSyntax> Distinct(IEnumerable<NameSyntax> names)
    {
        var seen = new Dictionary<string, NameSyntax>(StringComparer.Ordinal);
        foreach (var name in names.Where(name => !name.IsMissing))
        {
            if (seen.TryAdd(name.Text, name))
            {
                yield return name;
            }
            else
            {
                _site.Add(DuplicateMember.At(_site.At(name), name.Text, _site.At(seen[name.Text])));
            }
        }
    }
}
