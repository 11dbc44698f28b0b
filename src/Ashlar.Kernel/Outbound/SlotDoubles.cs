namespace Ashlar.Kernel;

/// <summary>
/// Who answers instead of the code of slots that reach outside: nobody but in tests, so that none of them ever leaves the
/// process by accident.
/// </summary>
public sealed class SlotDoubles
{
    /// <summary>Gives the answer of a slot by its name with its module; throws where it does not answer.</summary>
    public Func<string, object>? Answer { get; set; }
}
