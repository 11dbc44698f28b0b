using Bookshop.Ordering.Slots;

namespace Bookshop.Tests.Custom;

/// <summary>What the shop asks of the payment service, and what it makes of the answers, without a network.</summary>
public sealed class PaymentSlotTests
{
    private static readonly PaymentsSettings Payments =
        new("https://payments.example", "development-only-not-a-secret", "development-only-for-callbacks");

    [Fact]
    public void A_charge_says_what_it_is_for_in_cents_and_carries_its_key()
    {
        var service = new Service(201, """{ "id": "ch_1" }""");

        Assert.Equal(new ChargeCardResult.Ok("ch_1"), Charge(service));

        Assert.Equal("order=ORD-7&cents=1450&currency=EUR&card=card%2042", service.Asked?.Body);
        Assert.Equal("key-1", service.Asked?.Headers["Idempotency-Key"]);
        Assert.Equal("Bearer development-only-not-a-secret", service.Asked?.Headers["Authorization"]);
    }

    [Fact]
    public void A_refusal_is_told_from_a_service_that_is_down()
    {
        Assert.IsType<ChargeCardResult.CardDeclined>(Charge(new Service(402, "")));
        Assert.IsType<ChargeCardResult.GatewayDown>(Charge(new Service(503, "")));
        Assert.IsType<ChargeCardResult.GatewayDown>(Charge(new Service(429, "")));
    }

    [Fact]
    public void An_answer_that_says_nothing_is_no_answer() =>
        Assert.Throws<InvalidOperationException>(() => Charge(new Service(500, "")));

    [Fact]
    public void A_charge_that_is_not_there_was_not_made()
    {
        Assert.IsType<FindChargeResult.NotDone>(Find(new Service(404, "")));
        Assert.Equal(new FindChargeResult.Ok("ch_1"), Find(new Service(200, """{ "id": "ch_1" }""")));
        Assert.IsType<FindChargeResult.GatewayDown>(Find(new Service(500, "")));
    }

    private static ChargeCardResult Charge(Service service) => new ChargeCard().Run(
        "ORD-7", 14.50m, "card 42", service, Payments, "key-1", TestContext.Current.CancellationToken);

    private static FindChargeResult Find(Service service) =>
        new FindCharge().Run(service, Payments, "key-1", TestContext.Current.CancellationToken);

    /// <summary>Gives one answer to everything.</summary>
    private sealed class Service(int status, string body) : ISlotHttp
    {
        public SlotHttpRequest? Asked { get; private set; }

        public SlotHttpReply Send(SlotHttpRequest request)
        {
            Asked = request;
            return new(status, body, new Dictionary<string, string>());
        }
    }
}
