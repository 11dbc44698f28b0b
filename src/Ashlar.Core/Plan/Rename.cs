namespace Ashlar.Core.Plan;

/// <summary>
/// `was`: the element at <paramref name="Now"/> in the new model is the one that was called <paramref name="Was"/>: a name below
/// the same owner, or a whole path such as `Accounts.Customer` for one that moved.
/// </summary>
public readonly record struct Rename(ElementPath Now, string Was);
