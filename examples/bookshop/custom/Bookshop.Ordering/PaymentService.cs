using System.Text.Json;

namespace Bookshop.Ordering.Slots;

/// <summary>
/// How the payment service is spoken to. It knows a request again by its key, and does what it asks for once. With 429 and 503 it
/// says that it has done nothing; whether anything was done cannot be known from any other answer that it does not describe.
/// </summary>
internal static class PaymentService
{
    /// <summary>Asks for something to be done.</summary>
    public static SlotHttpReply Post(
        ISlotHttp http, PaymentsSettings payments, string key, string path, IReadOnlyList<(string Name, string Value)> form) =>
        http.Send(new SlotHttpRequest("POST", path)
        {
            Headers = new Dictionary<string, string> { ["Authorization"] = Bearer(payments), ["Idempotency-Key"] = key },
            MediaType = "application/x-www-form-urlencoded",
            Body = string.Join('&', form.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}")),
        });

    /// <summary>Asks what there is.</summary>
    public static SlotHttpReply Get(ISlotHttp http, PaymentsSettings payments, string path) =>
        http.Send(new SlotHttpRequest("GET", path)
        {
            Headers = new Dictionary<string, string> { ["Authorization"] = Bearer(payments) },
        });

    /// <summary>The id of what was made.</summary>
    public static string IdOf(SlotHttpReply reply)
    {
        using var json = JsonDocument.Parse(reply.Body);
        return json.RootElement.GetProperty("id").GetString() ?? throw Strange(reply);
    }

    /// <summary>An answer that does not say whether anything was done.</summary>
    public static InvalidOperationException Strange(SlotHttpReply reply) =>
        new($"The payment service answered {reply.Status}.");

    private static string Bearer(PaymentsSettings payments) => "Bearer " + payments.ApiKey;
}
