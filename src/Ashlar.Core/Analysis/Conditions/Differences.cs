namespace Ashlar.Core.Analysis.Conditions;

/// <summary>
/// What is known about numbers, in the form `a - b &lt;= weight`. Number 0 is the constant zero, so a bound is a
/// difference to it. The constraints contradict each other exactly when some cycle of them sums up to less than zero.
/// </summary>
internal sealed class Differences
{
    public const int Zero = 0;

    private readonly List<(int Left, int Right, Weight Most)> _constraints;
    private readonly List<bool> _isWhole;

    public Differences()
    {
        _constraints = [];
        _isWhole = [true];
    }

    private Differences(Differences other)
    {
        _constraints = [.. other._constraints];
        _isWhole = [.. other._isWhole];
    }

    public int Count => _isWhole.Count;

    public Differences Copy() => new(this);

    public int AddNumber(bool isWhole)
    {
        _isWhole.Add(isWhole);
        return _isWhole.Count - 1;
    }

    public bool IsWhole(int number) => _isWhole[number];

    /// <summary>Adds `left - right &lt;= most`.</summary>
    public void Add(int left, int right, Weight most)
    {
        var isWhole = _isWhole[left] && _isWhole[right];
        _constraints.Add((left, right, isWhole ? most.ForWholeNumbers() : most));
    }

    /// <summary>False when no numbers satisfy all constraints.</summary>
    public bool CanHold() => _constraints.Count < 2 || Relax(new Weight?[Count], isFromEverywhere: true, isBackwards: false);

    /// <summary>The highest and the lowest value of each number, null where there is none. Only for what can hold.</summary>
    public (Weight?[] Highest, Weight?[] NegatedLowest) Bounds()
    {
        var (highest, lowest) = (new Weight?[Count], new Weight?[Count]);
        Relax(highest, isFromEverywhere: false, isBackwards: false);
        Relax(lowest, isFromEverywhere: false, isBackwards: true);
        return (highest, lowest);
    }

    /// <summary>Shortest paths by rounds; false when they still get shorter after as many rounds as there are numbers.</summary>
    private bool Relax(Weight?[] distances, bool isFromEverywhere, bool isBackwards)
    {
        Array.Fill(distances, isFromEverywhere ? Weight.Zero : null);
        distances[Zero] = Weight.Zero;
        for (var round = 0; round <= Count; round++)
        {
            var isShorter = false;
            foreach (var (left, right, most) in _constraints)
            {
                var (from, to) = isBackwards ? (left, right) : (right, left);
                if (distances[from] is { } start && (distances[to] is not { } known || start + most < known))
                {
                    distances[to] = start + most;
                    isShorter = true;
                }
            }

            if (!isShorter)
            {
                return true;
            }
        }

        return false;
    }
}
