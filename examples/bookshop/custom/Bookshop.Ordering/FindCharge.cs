namespace Bookshop.Ordering.Slots;

/// <summary>Finds out whether money was taken by a call that nobody answered.</summary>
public sealed class FindCharge : IFindCharge
{
    /// <inheritdoc />
    public FindChargeResult Run(ISlotHttp http, PaymentsSettings payments, string key, CancellationToken cancellation)
    {
        var reply = PaymentService.Get(http, payments, $"/charges/{key}");
        return reply.Status switch
        {
            200 => new FindChargeResult.Ok(PaymentService.IdOf(reply)),
            404 => new FindChargeResult.NotDone(),
            _ => new FindChargeResult.GatewayDown(),
        };
    }
}
