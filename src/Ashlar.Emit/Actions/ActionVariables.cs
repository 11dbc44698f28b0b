using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Features;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Settings;
using Ashlar.Emit.Slots;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Actions;

/// <summary>
/// The names of an action as C#: its inputs, what its statements name, and the fields of the event that starts it.
/// </summary>
internal sealed class ActionVariables
{
    private readonly Dictionary<string, (ModelType Type, Code Value)> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _locals = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changes = new(StringComparer.Ordinal);
    private readonly Emission _emission;
    private readonly CSharpTypes _types;

    public ActionVariables(Emission emission, ActionDefinition action)
    {
        _emission = emission;
        _types = new(action.Name.Module);
        foreach (var input in action.Inputs)
        {
            AddInput(input);
        }

        var calls = StatementTree.All(action.Body).OfType<CallStatement>().ToList();
        var given = calls.SelectMany(call => call.Given).ToHashSet();
        foreach (var variable in StatementTree.Named(action.Body).Where(variable => !given.Contains(variable)))
        {
            Add(variable.Name, variable.Type);
        }

        foreach (var call in calls)
        {
            AddGiven(call);
        }

        AddSettings(action.Name.Module);
        foreach (var start in action.Starts)
        {
            var name = LocalOf(start.Name);
            _locals.Add(name.Text);
            foreach (var field in emission.Event(start.Event).Fields)
            {
                _known[$"{start.Name}.{field.Name}"] = (field.Type, Code.Of($"{name}.{Names.Property(start.Event, field)}"));
            }
        }
    }

    /// <summary>A name that somebody else gives, and its C#.</summary>
    public void Know(string name, ModelType type, Code value)
    {
        _locals.Add(value.Text);
        _known[name] = (type, value);
    }

    /// <summary>The parameters of every statement of the action.</summary>
    public StatementArguments Arguments => field ??= new(Inputs, "work");

    /// <summary>The names as inputs of statements.</summary>
    public IEnumerable<KeyValuePair<string, Code>> Inputs => _known.Where(known => known.Value.Type is not ListType)
        .SelectMany(Parameters);

    /// <summary>The local of a name of the model: `order`.</summary>
    public static Ident LocalOf(string name) => LocalNames.Of(name);

    /// <summary>A local that the model has no name for.</summary>
    public Ident Fresh(string name)
    {
        var wanted = LocalOf(name).Text.TrimStart('@');
        var local = Ident.Of(wanted);
        for (var i = 2; !_locals.Add(local.Text); i++)
        {
            local = Ident.Of($"{wanted}{i}");
        }

        return local;
    }

    /// <summary>The C# of a value that is known without asking the database; null for every other.</summary>
    public Code? Known(Expression value, ModelType type) => value switch
    {
        Variable { Kind: VariableKind.Input } variable when _known.TryGetValue(variable.Name, out var known) =>
            known.Type.IsNullable && !type.IsNullable ? null : known.Value,
        Variable { Kind: VariableKind.Now } => Code.Of($"work.Now"),
        Variable { Kind: VariableKind.Today } => Code.Of($"work.Today"),
        Variable { Kind: VariableKind.Caller } when type.IsNullable => Code.Of($"work.Caller.Id"),
        ListLiteral list => KnownItems(list, (type as ListType)?.Item ?? type),
        Literal literal when literal.Type is not Core.Model.Types.ValueType => CSharpConstant.Of(_types, literal),
        _ => null,
    };

    private Code? KnownItems(ListLiteral list, ModelType type)
    {
        var items = list.Items.Select(item => Known(item, type)).OfType<Code>().ToList();
        return items.Count == list.Items.Count ? Code.Of($"[{Code.Join(items, ", ")}]") : null;
    }

    /// <summary>What a slot gives are the members of one local.</summary>
    private void AddGiven(CallStatement call)
    {
        if (call.Result is not { } result)
        {
            return;
        }

        var slot = _emission.Slot(call.Slot);
        var local = LocalOf(result);
        _locals.Add(local.Text);
        foreach (var (variable, field) in call.Given.Zip(slot.Output.Fields))
        {
            _known[variable.Name] = (field.Type, Code.Of($"{local}.{SlotNames.Output(slot, field)}"));
        }
    }

    /// <summary>What the steps of the module may read.</summary>
    private void AddSettings(string module)
    {
        foreach (var config in _emission.Model.Configs.Where(config => config.Name.Module == module))
        {
            var settings = Code.Of($"work.Settings<{SettingsFile.Class(config.Name)}>()");
            foreach (var key in config.Keys.Select(key => key.Field).Where(SettingsFile.IsReadable))
            {
                var value = Code.Of($"{settings}.{SettingsFile.Property(config, key)}");
                _known[$"{config.Name.Name}.{key.Name}"] = (key.Type, value);
            }
        }
    }

    private void AddInput(Field input)
    {
        if (!input.IsChange)
        {
            Add(input.Name, input.Type);
            return;
        }

        var local = LocalOf(input.Name);
        _locals.Add(local.Text);
        _changes.Add(input.Name);
        _known[input.Name] = (input.Type, input.Type is ListType ? Code.Of($"{local}.Items") : Code.Of($"{local}.Value"));
        _known[input.IsSetName] = (Conditions.Bool, Code.Of($"{local}.IsSet"));
    }

    private void Add(string name, ModelType type)
    {
        var local = LocalOf(name);
        _locals.Add(local.Text);
        _known[name] = (type, Code.Of($"{local}"));
    }

    private IEnumerable<KeyValuePair<string, Code>> Parameters(KeyValuePair<string, (ModelType Type, Code Value)> known)
    {
        // C# sees a null in a change, whatever the field allows.
        var type = known.Value.Type.AsNullable(known.Value.Type.IsNullable || _changes.Contains(known.Key));
        var field = new Field(known.Key, type, Constraints.None, default);
        var inputs = RowInputs.Of(_emission, _types, field, known.Value.Value);
        return SignInFields.IsPassword(field)
            ? inputs.Append(new(HashedPasswords.InputOf(known.Key), Code.Of($"work.HashOf({known.Value.Value})")))
            : inputs;
    }
}
