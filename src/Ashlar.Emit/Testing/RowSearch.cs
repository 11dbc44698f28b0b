using Ashlar.Core.Model;

namespace Ashlar.Emit.Testing;

/// <summary>Looks for values of some fields with which a row has a wanted property.</summary>
internal sealed class RowSearch(Candidates candidates)
{
    private const int Attempts = 300;

    /// <summary>A completed copy of the row, or null. The first try takes the plainest value of every field.</summary>
    public WorldRow? Find(
        WorldRow row, IReadOnlyList<Field> fields, int number, Func<object?, bool> isTried,
        Func<WorldRow, WorldRow?> complete, Func<WorldRow, bool> isWanted)
    {
        var choices = fields.Select(field => candidates.Of(field, number).Where(isTried).ToList()).ToList();
        if (choices.Exists(values => values.Count == 0))
        {
            return null;
        }

        var numbers = new Numbers(number);
        var most = choices.TrueForAll(values => values.Count == 1) ? 1 : Attempts;
        for (var attempt = 0; attempt < most; attempt++)
        {
            var copy = row.Copy(row.Id);
            for (var i = 0; i < fields.Count; i++)
            {
                copy[fields[i].Name] = choices[i][attempt == 0 ? 0 : numbers.Below(choices[i].Count)];
            }

            if (complete(copy) is { } completed && isWanted(completed))
            {
                return completed;
            }
        }

        return null;
    }

    /// <summary>A sequence that looks random and is always the same.</summary>
    private sealed class Numbers(int seed)
    {
        private uint _state = (uint)(seed * 2654435761u) + 12345u;

        public int Below(int limit)
        {
            _state = (_state * 1664525u) + 1013904223u;
            return (int)((_state >> 8) % (uint)limit);
        }
    }
}
