using Ashlar.EndToEnd.Tool;

namespace Ashlar.EndToEnd.Payments;

/// <summary>A shop that is paid by card, with the hand-written code of its slots.</summary>
internal static class TillCode
{
    private const string Charge = """
        using System.Globalization;
        using System.Text.Json;

        namespace Till.Sales.Slots;

        public sealed class Charge : ICharge
        {
            public ChargeResult Run(
                decimal amount, ISlotHttp http, PaymentsSettings payments, string key, CancellationToken cancellation)
            {
                var reply = http.Send(new SlotHttpRequest("POST", "/charges")
                {
                    Headers = new Dictionary<string, string>
                    {
                        ["Authorization"] = "Bearer " + payments.ApiKey, ["Idempotency-Key"] = key,
                    },
                    Body = string.Create(CultureInfo.InvariantCulture, $"{{ \"amount\": {amount} }}"),
                });
                return reply.Status switch
                {
                    201 => new ChargeResult.Ok(IdOf(reply.Body)),
                    402 => new ChargeResult.Declined(),
                    503 => new ChargeResult.Down(),
                    _ => throw new InvalidOperationException("That says nothing of the charge."),
                };
            }

            internal static string IdOf(string body)
            {
                using var json = JsonDocument.Parse(body);
                return json.RootElement.GetProperty("id").GetString() ?? "";
            }
        }
        """;

    private const string FindCharge = """
        namespace Till.Sales.Slots;

        public sealed class FindCharge : IFindCharge
        {
            public FindChargeResult Run(ISlotHttp http, PaymentsSettings payments, string key, CancellationToken cancellation)
            {
                var reply = http.Send(new SlotHttpRequest("GET", "/charges/" + key)
                {
                    Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer " + payments.ApiKey },
                });
                return reply.Status switch
                {
                    200 => new FindChargeResult.Ok(Charge.IdOf(reply.Body)),
                    404 => new FindChargeResult.NotDone(),
                    _ => new FindChargeResult.Down(),
                };
            }
        }
        """;

    /// <summary>The shop, paid by the service at an address.</summary>
    public static TemporaryFolder WithTill(this TemporaryFolder folder, string payments) => folder
        .With("model/till.ashlar", File.ReadAllText(Checkout.PathOf("tests/Ashlar.EndToEnd/Payments/till.ashlar")))
        .With("custom/Till.Sales/Charge.cs", Charge)
        .With("custom/Till.Sales/FindCharge.cs", FindCharge)
        .With("config/appsettings.Development.json", $$$"""
            { "Sales": { "Payments": { "baseUrl": "{{{payments}}}" } } }
            """);
}
