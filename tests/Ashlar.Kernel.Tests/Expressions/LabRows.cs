using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Kernel.Tests.Expressions;

/// <summary>Random rows of the lab, in an order in which references lead backwards.</summary>
internal sealed class LabRows
{
    private readonly Random _random;
    private readonly AwkwardValues _values;

    public LabRows(int seed, int things)
    {
        _random = new Random(seed);
        _values = new AwkwardValues(_random);
        Places = Many("Place", 4);
        People = Many("Person", 5);
        Things = Many("Thing", things);
        Lines = [.. Things.SelectMany(thing => Enumerable.Range(0, _random.Next(4)).Select(_ => Line(thing)))];
    }

    public IReadOnlyList<LabRow> Places { get; } = [];

    public IReadOnlyList<LabRow> People { get; } = [];

    public IReadOnlyList<LabRow> Things { get; }

    public IReadOnlyList<LabRow> Lines { get; }

    public IEnumerable<LabRow> All => [.. Places, .. People, .. Things, .. Lines];

    private IReadOnlyList<LabRow> Many(string entity, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Row(Lab.Entity(entity)))];

    private LabRow Line(LabRow thing)
    {
        var line = Row(Lab.Entity("Line"));
        line.Values["thing"] = thing.Id;
        return line;
    }

    private LabRow Row(Entity entity)
    {
        var values = new Dictionary<string, object?>();
        foreach (var field in entity.Fields.Where(field => field.Computed is null && !field.IsOwnerReference))
        {
            values[field.Name] = field switch
            {
                { Type: ReferenceType reference } => Reference(reference),
                { Relation.Kind: RelationKind.Linked } =>
                    People.Where(_ => _random.Next(2) == 0).Select(person => (object)person.Id).ToArray(),
                { Relation: not null } => null,
                { Type: ListType } => Enumerable.Range(0, _random.Next(4)).Select(_ => _values.OfScalar(Scalar.Text)).ToArray(),
                _ => _values.Of(Lab.Model, field.Type, field.Constraints),
            };
        }

        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new LabRow(entity.Name.Name, new Guid(bytes), values);
    }

    private object? Reference(ReferenceType reference)
    {
        var targets = reference.Entity.Name == "Place" ? Places : People;
        return reference.IsNullable && _random.Next(3) == 0 ? null : _values.Pick(targets).Id;
    }
}
