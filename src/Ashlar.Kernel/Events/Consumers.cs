using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>The consumers of the system by what they consume.</summary>
internal sealed class Consumers
{
    private readonly Dictionary<(string Event, string Name), Consumer> _consumers;
    private readonly Dictionary<string, string> _namesByEvent;

    public Consumers(IEnumerable<Consumer> consumers, IEventRelay? relay)
    {
        _consumers = consumers.ToDictionary(consumer => (consumer.Event, consumer.Name));
        var outside = relay?.Events.Select(happened => (Event: happened, Name: IEventRelay.Consumer)) ?? [];
        _namesByEvent = _consumers.Keys.Concat(outside).GroupBy(one => one.Event).ToDictionary(
            group => group.Key, group => JsonSerializer.Serialize(group.Select(one => one.Name).ToArray()));
    }

    /// <summary>The consumer, unless another version of the system has it.</summary>
    public Consumer? Find(string happened, string name) => _consumers.GetValueOrDefault((happened, name));

    /// <summary>The names of those who consume an event, as a JSON array; null when nobody does.</summary>
    public string? NamesOf(string happened) => _namesByEvent.GetValueOrDefault(happened);
}
