namespace Ashlar.Kernel;

/// <summary>Lets a call of an outside service in once it is proven, and tells everybody else nothing.</summary>
internal sealed class Reception(string element, HmacSignature signature, RequestLimits limits, KernelOptions options)
{
    // Where nothing says when a request was signed, memory alone refuses it when somebody sends it again much later.
    private static readonly TimeSpan ForGood = TimeSpan.FromDays(365_000);

    private static readonly Refusal Unproven = new("signature-refused", 401, "The signature is not valid.");

    public async Task<IReply> ReceiveAsync(Call call, Handler handler)
    {
        if (limits.PeekOfAddress(call.Http) is { } tooMany)
        {
            return tooMany;
        }

        var body = await ReadAsync(call);
        if (!signature.IsProven(call.Http.Request.Headers, body, call.Now))
        {
            // Guessing signatures is as slow as guessing tokens.
            return limits.TakeOfAddress(call.Http) ?? Unproven;
        }

        var memory = signature.TimeHeader is null ? ForGood : options.DeliveryMemory + (2 * signature.Tolerance);
        call.Receive(new(element, body, memory));
        return await handler(call);
    }

    // The server ends a body that is too large.
    private static async Task<byte[]> ReadAsync(Call call)
    {
        var body = new MemoryStream();
        await call.Http.Request.Body.CopyToAsync(body, call.Deadline);
        return body.ToArray();
    }
}
