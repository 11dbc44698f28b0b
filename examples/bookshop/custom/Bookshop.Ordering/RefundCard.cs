namespace Bookshop.Ordering.Slots;

/// <summary>Gives money back to the card that it was taken from.</summary>
public sealed class RefundCard : IRefundCard
{
    /// <inheritdoc />
    public RefundCardResult Run(
        string receipt, ISlotHttp http, PaymentsSettings payments, string key, CancellationToken cancellation)
    {
        var reply = PaymentService.Post(http, payments, key, "/refunds", [("charge", receipt)]);
        return reply.Status switch
        {
            200 or 201 => new RefundCardResult.Ok(PaymentService.IdOf(reply)),
            429 or 503 => new RefundCardResult.GatewayDown(),
            _ => throw PaymentService.Strange(reply),
        };
    }
}
