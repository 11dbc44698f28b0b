namespace Ashlar.Core.Plan;

/// <summary>
/// One element by itself: the record of the model without the elements that it holds. Two models are equal exactly when
/// their parts are, in order.
/// </summary>
public sealed record ModelPart(ElementPath Path, object Own);
