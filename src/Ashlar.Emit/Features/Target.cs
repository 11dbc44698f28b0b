using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>How a handler gets from the keys of its path to ids: of the row, and of rows that the row refers to.</summary>
internal sealed class Target
{
    private const string Key = "key";
    private const string Id = "id";

    private readonly Emission _emission;
    private readonly Route _route;
    private readonly Address _address;
    private readonly Entity _entity;
    private readonly CSharpTypes _types;
    private readonly ImmutableArray<KeySegment> _parents;

    public Target(Emission emission, Route route, Address address, Entity entity)
    {
        _emission = emission;
        _route = route;
        _address = address;
        _entity = entity;
        _types = new(route.Module);

        // Whatever a key leads through comes before it.
        _parents = [.. address.Parents.OrderByDescending(parent => parent.Steps.Count)];
    }

    /// <summary>The key is the id of the row, and nothing else is asked.</summary>
    private bool IsPlain => _parents.IsEmpty && _address.Key is { Field: Id };

    /// <summary>The static fields: what the keys accept, and the statements that find their rows.</summary>
    public Code Fields => IsPlain
        ? Code.Empty
        : Code.Blocks([
            Code.Lines(_address.Keys.Where(key => key.Field != Id).Select(Accepted)),
            .. _parents.Select(parent => Find(parent).Field(StatementOf(parent))),
            _address.Key is { } key ? Find(key).Field(StatementOf(key)) : Code.Empty,
        ]);

    /// <summary>The ids of the rows that the row refers to, by the way to them.</summary>
    public IEnumerable<(ValueList<string> Steps, Ident Local)> Parents =>
        _parents.Select(parent => (parent.Steps, LocalOf(parent)));

    /// <summary>A missing parent is not found before its row is looked for.</summary>
    public Code GuardParents() => Code.Blocks(_parents.Select(parent => Code.Of($$"""
        if ({{Test(parent, LocalOf(parent))}})
        {
            return Refusal.ReferenceNotFound({{Lit.Of(parent.Steps[^1])}});
        }
        """)));

    /// <summary>Finds the row, as a local of this name; what is no key names nothing.</summary>
    public Code Guard(Ident local)
    {
        if (_route is RowRoute { Expose.IsOfCaller: true })
        {
            return Code.Of($$"""
                if (call.Caller.Id is not { } {{local}})
                {
                    return Refusal.SignedOut;
                }
                """);
        }

        if (_address.Key is not { } key)
        {
            return GuardParents();
        }

        var test = IsPlain ? Code.Of($"call.Id({IdName(key)}) is not {{ }} {local}") : Test(key, local);
        return Code.Blocks([
            GuardParents(),
            Code.Of($$"""
                if ({{test}})
                {
                    return Refusal.NotFound;
                }
                """),
        ]);
    }

    private static Code IdName(KeySegment key) => Code.When(key.Name != Id, () => Code.Of($"{Lit.Of(key.Name)}"));

    private Code Test(KeySegment key, Ident local)
    {
        var value = KeyLocal(key);
        var read = key.Field == Id
            ? Code.Of($"call.Id({IdName(key)})")
            : Code.Of($"call.Key({FieldName(key)}, {Lit.Of(key.Name)}, place: {PlaceOf(key)})");
        var inputs = Related(key)
            .Select(parent => KeyValuePair.Create(RowPath.InputOf(parent.Steps), Code.Of($"{LocalOf(parent)}")));
        var arguments = new StatementArguments(inputs.Append(new(Key, Code.Of($"{value}")))).After(Find(key));
        return Code.Of($$"""
            {{read}} is not { } {{value}}
                || await call.FindAsync({{StatementOf(key)}}{{arguments}}) is not { } {{local}}
            """);
    }

    private Code Accepted(KeySegment key)
    {
        var field = FieldOf(key);
        var plain = new Field(key.Name, field.Type, field.Constraints, field.Origin);
        return Code.Of($"private static readonly {new FieldDefinition(_types).Initialized(FieldName(key), plain)}");
    }

    /// <summary>
    /// The row with the key, below those that the path names further up. A parent has to be one that the caller may read; of the
    /// row itself the operation asks that.
    /// </summary>
    private SqlStatement Find(KeySegment key) => SqlStatement.Write(_emission, text =>
    {
        var entity = EntityOf(key.Steps);
        var joins = new Shapes.PathJoins(text, entity, text.Row(entity));
        var row = new Variable(new ReferenceType(entity.Name), VariableKind.This, "this");
        var type = key.Field == Id ? new ScalarType(Scalar.Uuid) : FieldOf(key).Type;
        var isKey = RowPath.Same(new FieldAccess(type, row, key.Field), type, Key);
        var conditions = Related(key).Select(parent => joins.Conjunct(
            RowPath.Leads(_emission, entity, parent.Steps.Skip(key.Steps.Count), parent.Steps)));
        var mayRead = key.Steps.IsEmpty
            ? ""
            : joins.Conjunct(Gate.Of(entity, Operation.Read).Condition(_route.Gate.NeedsSignIn));
        string[] where = [joins.Conjunct(isKey), .. conditions, mayRead];
        return $"select {StatementText.Column(joins.Alias, "id")}\nfrom {joins.From}{StatementText.Where(where)}";
    });

    /// <summary>The parents that the row of a key refers to, directly or through others.</summary>
    private IEnumerable<KeySegment> Related(KeySegment key) => _parents.Where(parent =>
        parent.Steps.Count > key.Steps.Count && parent.Steps.Take(key.Steps.Count).SequenceEqual(key.Steps));

    private Entity EntityOf(IEnumerable<string> steps) => RowPath.End(_emission, _entity, steps);

    private Field FieldOf(KeySegment key) => EntityOf(key.Steps).Field(key.Field)
        ?? throw new InvalidOperationException($"a checked path ends at a field: {key.Field}");

    private int PlaceOf(KeySegment key) => _address.Segments.Count - _address.Segments.Items.IndexOf(key);

    private static string Word(KeySegment key) => string.Concat(key.Steps.Select(Spelling.Pascal));

    private Ident FieldName(KeySegment key)
    {
        var name = Word(key) + Spelling.Pascal(key.Field) + "Key";
        return Ident.Of(name == _route.Name ? name + "Field" : name);
    }

    // An action may be called like this, and no member is called like its class.
    private Ident StatementOf(KeySegment key)
    {
        var name = "Find" + Word(key);
        return Ident.Of(name == _route.Name ? name + "Row" : name);
    }

    private static Ident LocalOf(KeySegment key) => LocalNames.Of(Spelling.Camel(Word(key)) + "Id");

    private static Ident KeyLocal(KeySegment key) =>
        LocalNames.Of(Spelling.Camel(Word(key) + Spelling.Pascal(key.Field) + "Key"));
}
