using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel;

/// <summary>Writes a refusal as an RFC 9457 problem document, or as its api says.</summary>
internal static class ProblemWriter
{
    public static Task WriteAsync(HttpContext http, Refusal refusal)
    {
        var form = http.Features.Get<ErrorForm>();
        if (form is not null)
        {
            // Whoever hosts the system sees what is behind the form.
            http.Features.Set(refusal);
            refusal = form.Say(refusal);
        }

        var response = http.Response;
        response.StatusCode = refusal.Status;
        if (refusal.Status == StatusCodes.Status401Unauthorized && refusal.Code != "signature-refused")
        {
            var tokens = http.Features.Get<TokenForm>() ?? TokenForm.Bearer;
            response.Headers.WWWAuthenticate = tokens.Challenge(isRefused: refusal.Code == "token-refused");
        }

        if (refusal.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        if (form?.Body is { } body)
        {
            return JsonResponse.WriteAsync(response, "application/json", new ErrorDocument(body, form, refusal, http));
        }

        var document = new ProblemDocument(refusal, Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier);
        return JsonResponse.WriteAsync(response, "application/problem+json", document);
    }

    private sealed record ErrorDocument(ErrorPart Body, ErrorForm Form, Refusal Refusal, HttpContext Http) : IShape
    {
        public void Write(Utf8JsonWriter json) => Body.Write(json, Form, Refusal, Http);
    }

    private sealed record ProblemDocument(Refusal Refusal, string TraceId) : IShape
    {
        public void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "urn:problem:" + Refusal.Code);
            json.WriteString("title"u8, Refusal.Message);
            json.WriteNumber("status"u8, Refusal.Status);
            json.WriteString("code"u8, Refusal.Code);
            json.WriteString("traceId"u8, TraceId);
            if (Refusal.Errors.Count > 0)
            {
                WriteErrors(json);
            }

            if (Refusal.Allowed.Count > 0)
            {
                WriteAllowed(json);
            }

            if (Refusal.Explanation is { } explanation)
            {
                json.WritePropertyName("explanation"u8);
                explanation.Write(json);
            }

            json.WriteEndObject();
        }

        private void WriteAllowed(Utf8JsonWriter json)
        {
            json.WriteStartArray("allowed"u8);
            foreach (var state in Refusal.Allowed)
            {
                json.WriteStringValue(state);
            }

            json.WriteEndArray();
        }

        private void WriteErrors(Utf8JsonWriter json)
        {
            json.WriteStartArray("errors"u8);
            foreach (var error in Refusal.Errors)
            {
                json.WriteStartObject();
                json.WriteString("field"u8, error.Field);
                json.WriteString("code"u8, error.Code);
                json.WriteString("message"u8, error.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }
}
