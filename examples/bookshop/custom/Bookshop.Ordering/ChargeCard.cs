using System.Globalization;

namespace Bookshop.Ordering.Slots;

/// <summary>Takes money from a card.</summary>
public sealed class ChargeCard : IChargeCard
{
    /// <inheritdoc />
    public ChargeCardResult Run(
        string number,
        decimal amount,
        string card,
        ISlotHttp http,
        PaymentsSettings payments,
        string key,
        CancellationToken cancellation)
    {
        var cents = (long)(amount * 100);
        var reply = PaymentService.Post(
            http, payments, key, "/charges",
            [("order", number), ("cents", cents.ToString(CultureInfo.InvariantCulture)), ("currency", "EUR"), ("card", card)]);
        return reply.Status switch
        {
            200 or 201 => new ChargeCardResult.Ok(PaymentService.IdOf(reply)),
            402 => new ChargeCardResult.CardDeclined(),
            429 or 503 => new ChargeCardResult.GatewayDown(),
            _ => throw PaymentService.Strange(reply),
        };
    }
}
